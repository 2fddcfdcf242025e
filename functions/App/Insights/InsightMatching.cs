using System.Security.Cryptography;
using System.Text;
using ThaffFunctions.Insights.Reading;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Insights;

/// <summary>
/// Matches the entries of new notes with those in the register. Among entries of the same kind, the most similar pairs are matched first,
/// if their similarity reaches a threshold; all others are new. A matched entry keeps its id and progress.
/// </summary>
static class InsightMatching
{
    /// <summary>The threshold for similarity: allows for some corrected words or an added half-sentence.</summary>
    const double AlikeEnough = 0.5;

    /// <summary>The threshold for answered entries: higher, so that an answer is not moved to another question.</summary>
    const double AlikeEnoughForAnswers = 0.65;

    /// <summary>
    /// The threshold for retired entries: they return only almost unchanged, because a merely similar entry is more probably a new one.
    /// </summary>
    const double TheSame = 0.95;

    /// <summary>How many retired entries are kept, in case they return; those with progress first.</summary>
    const int MaxRetired = 40;

    public static (IReadOnlyList<Insight> Insights, IReadOnlyList<Insight> Retired) Match(SessionInsightRecord before,
        IReadOnlyList<NotedInsight> noted)
    {
        var known = Pair(before, noted);
        var keys = before.Insights.Concat(before.Retired).Select(insight => insight.Id.Key).ToHashSet(StringComparer.Ordinal);
        Insight[] insights = [.. noted.Select((entry, index) => Entry(before.Session, entry, known.GetValueOrDefault(index), keys))];

        var kept = insights.Select(insight => insight.Id).ToHashSet();
        var gone = before.Insights.Concat(before.Retired).Where(insight => !kept.Contains(insight.Id));
        return (insights, [.. gone.OrderBy(insight => insight.Progress == Progress.None).Take(MaxRetired)]);
    }

    static Insight Entry(SessionId session, NotedInsight noted, Insight? known, HashSet<string> keys) => new(
        known?.Id ?? new(session, NewKey(noted, keys)), noted.Kind, noted.Text, noted.Sectors,
        noted.Progress.After(known?.Noted ?? Progress.None))
    {
        Recorded = known?.Recorded ?? Progress.None,
    };

    /// <summary>Greedy matching: the most similar pairs first, each entry in at most one pair.</summary>
    static Dictionary<int, Insight> Pair(SessionInsightRecord before, IReadOnlyList<NotedInsight> noted)
    {
        var now = noted.Select((entry, index) => (entry.Kind, TextSimilarity: new TextSimilarity(entry.Text), Index: index)).ToList();
        var old = before.Insights.Select(insight =>
            (Insight: insight, Enough: insight.Progress.Answer is null ? AlikeEnough : AlikeEnoughForAnswers))
            .Concat(before.Retired.Select(insight => (Insight: insight, Enough: TheSame)))
            .Select((candidate, order) =>
            (candidate.Insight, candidate.Enough, TextSimilarity: new TextSimilarity(candidate.Insight.Text), Order: order));
        var pairs =
            from candidate in old
            from entry in now
            where entry.Kind == candidate.Insight.Kind
            let likeness = entry.TextSimilarity.To(candidate.TextSimilarity)
            where likeness >= candidate.Enough
            orderby likeness descending, Math.Abs(candidate.Order - entry.Index), candidate.Order
            select (candidate.Insight, entry.Index);

        Dictionary<int, Insight> found = [];
        HashSet<InsightId> taken = [];
        foreach (var (insight, index) in pairs)
        {
            if (!found.ContainsKey(index) && taken.Add(insight.Id)) found[index] = insight;
        }

        return found;
    }

    /// <summary>A hash of kind and text, so that a repeated run makes the same key; never a key that the session already had.</summary>
    static string NewKey(NotedInsight noted, HashSet<string> keys)
    {
        for (var attempt = 0; ; attempt++)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{noted.Kind}|{attempt}|{new TextSimilarity(noted.Text).Plain}"));
            var key = Convert.ToHexStringLower(hash.AsSpan(..5));
            if (keys.Add(key)) return key;
        }
    }
}
