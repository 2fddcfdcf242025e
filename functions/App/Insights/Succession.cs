using System.Security.Cryptography;
using System.Text;
using ThaffFunctions.Insights.Reading;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Insights;

/// <summary>
/// Knows entries again when notes are replaced. Of the same kind, the pairs that are most alike belong together, as long as they are alike
/// enough; everything else is new. An entry that is known again keeps its id and what became of it.
/// </summary>
static class Succession
{
    /// <summary>A mended word or two, an added half-sentence.</summary>
    const double AlikeEnough = 0.5;

    /// <summary>Where an answer would go along to another question, more must be alike.</summary>
    const double AlikeEnoughForAnswers = 0.65;

    /// <summary>
    /// An entry that the edition before did not have any more returns only as it was: a like one is more probably another.
    /// </summary>
    const double TheSame = 0.95;

    /// <summary>Entries that are gone and kept, in case they return; those with something to tell first.</summary>
    const int MostRetired = 40;

    public static (IReadOnlyList<Insight> Insights, IReadOnlyList<Insight> Retired) Of(RegisterSheet before,
        IReadOnlyList<NotedInsight> noted)
    {
        var known = Pair(before, noted);
        var keys = before.Insights.Concat(before.Retired).Select(insight => insight.Id.Key).ToHashSet(StringComparer.Ordinal);
        Insight[] insights = [.. noted.Select((entry, index) => Entry(before.Session, entry, known.GetValueOrDefault(index), keys))];

        var kept = insights.Select(insight => insight.Id).ToHashSet();
        var gone = before.Insights.Concat(before.Retired).Where(insight => !kept.Contains(insight.Id));
        return (insights, [.. gone.OrderBy(insight => insight.Progress == Progress.None).Take(MostRetired)]);
    }

    static Insight Entry(SessionId session, NotedInsight noted, Insight? known, HashSet<string> keys) => new(
        known?.Id ?? new(session, NewKey(noted, keys)), noted.Kind, noted.Text, noted.Sectors,
        noted.Progress.After(known?.Progress ?? Progress.None));

    /// <summary>The best pairs first; each entry is in one.</summary>
    static Dictionary<int, Insight> Pair(RegisterSheet before, IReadOnlyList<NotedInsight> noted)
    {
        var now = noted.Select((entry, index) => (entry.Kind, Likeness: new Likeness(entry.Text), Index: index)).ToList();
        var old = before.Insights.Select(insight =>
            (Insight: insight, Enough: insight.Progress.Answer is null ? AlikeEnough : AlikeEnoughForAnswers))
            .Concat(before.Retired.Select(insight => (Insight: insight, Enough: TheSame)))
            .Select((candidate, order) =>
            (candidate.Insight, candidate.Enough, Likeness: new Likeness(candidate.Insight.Text), Order: order));
        var pairs =
            from candidate in old
            from entry in now
            where entry.Kind == candidate.Insight.Kind
            let likeness = entry.Likeness.To(candidate.Likeness)
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

    /// <summary>
    /// Follows from the text, so that whoever does it again comes to the same key; never one that the session already had.
    /// </summary>
    static string NewKey(NotedInsight noted, HashSet<string> keys)
    {
        for (var attempt = 0; ; attempt++)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{noted.Kind}|{attempt}|{new Likeness(noted.Text).Plain}"));
            var key = Convert.ToHexStringLower(hash.AsSpan(..5));
            if (keys.Add(key)) return key;
        }
    }
}
