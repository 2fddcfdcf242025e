using ThaffFunctions.Insights.Reading;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Insights;

/// <summary>
/// All entries of one session. They are stored in one row, so that the register never mixes two editions of the same notes.
/// </summary>
/// <param name="Session">The session.</param>
/// <param name="Version">The edition of the documentation that contains the entries; null while none is public.</param>
/// <param name="Source">The facts of the session in that edition; null while none is public.</param>
/// <param name="Insights">The entries of that edition, or of the last public one, in the order of the notes.</param>
/// <param name="Retired">Entries of earlier editions. If one returns, it gets its id and progress back.</param>
public sealed record SessionInsightRecord(
    SessionId Session, string? Version, InsightSource? Source, IReadOnlyList<Insight> Insights, IReadOnlyList<Insight> Retired)
{
    /// <summary>What staff recorded of entries that neither these notes nor the last ones contain any more.</summary>
    public IReadOnlyList<Insight> Orphans { get; init; } = [];

    public static SessionInsightRecord New(SessionId session) => new(session, null, null, [], []);

    /// <summary>Replaces the entries by those of a new edition; entries that are recognised keep their progress.</summary>
    public SessionInsightRecord Follow(string version, InsightSource source, IReadOnlyList<NotedInsight> noted)
    {
        var (insights, retired) = InsightMatching.Match(this, noted);
        return this with { Version = version, Source = source, Insights = insights, Retired = retired };
    }

    /// <summary>Makes the entries non-public. They are kept, in case the notes are published again.</summary>
    public SessionInsightRecord Withdraw() => this with { Version = null, Source = null };
}
