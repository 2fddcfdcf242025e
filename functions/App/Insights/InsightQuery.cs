using ThaffFunctions.Programme;

namespace ThaffFunctions.Insights;

/// <summary>Read access to the register for other slices: the entries of published documentations, the earliest session first.</summary>
public sealed class InsightQuery(InsightStore store)
{
    /// <summary>The entries of these sessions; sessions without documentation or without entries are left out.</summary>
    public async Task<IReadOnlyList<SessionInsights>> OfSessionsAsync(IEnumerable<SessionId> sessions, CancellationToken cancellation)
    {
        List<SessionInsightRecord> sheets = [];
        foreach (var session in sessions.Distinct()) sheets.Add(await store.FindAsync(session, cancellation));
        return Listed(sheets);
    }

    /// <summary>The entries of a year's sessions. The year is the one in the session's id.</summary>
    public async Task<IReadOnlyList<SessionInsights>> OfYearAsync(int year, CancellationToken cancellation) =>
        Listed(await store.OfYearAsync(year, cancellation));

    /// <summary>The entries of all sessions; about a dozen rows for each year.</summary>
    public async Task<IReadOnlyList<SessionInsights>> AllAsync(CancellationToken cancellation) =>
        Listed(await store.AllAsync(cancellation));

    /// <summary>
    /// Entries for which something was recorded and that no published notes contain any more, the latest session first.
    /// </summary>
    public async Task<IReadOnlyList<Insight>> LeftBehindAsync(CancellationToken cancellation) =>
    [
        .. (await store.AllAsync(cancellation))
            .SelectMany(sheet => sheet.Retired.Concat(sheet.Orphans).Concat(sheet.Source is null ? sheet.Insights : []))
            .Where(entry => entry.Recorded != Progress.None)
            .OrderByDescending(entry => entry.Id.Session.Value, StringComparer.Ordinal),
    ];

    static IReadOnlyList<SessionInsights> Listed(IEnumerable<SessionInsightRecord> sheets) =>
    [
        .. sheets.Where(sheet => sheet.Source is not null && sheet.Insights.Count > 0)
            .Select(sheet => new SessionInsights(sheet.Source!, sheet.Insights) { Version = sheet.Version })
            .OrderBy(session => session.Source.Start)
            .ThenBy(session => session.Source.Id.Value, StringComparer.Ordinal),
    ];
}
