using ThaffFunctions.Programme;

namespace ThaffFunctions.Insights;

/// <summary>The register, for everybody who asks: what the published documentations bring into it, the earliest session first.</summary>
public sealed class InsightQuery(InsightStore store)
{
    /// <summary>Of some sessions; those without documentation or without entries are left out.</summary>
    public async Task<IReadOnlyList<SessionInsights>> OfSessionsAsync(IEnumerable<SessionId> sessions, CancellationToken cancellation)
    {
        List<RegisterSheet> sheets = [];
        foreach (var session in sessions.Distinct()) sheets.Add(await store.FindAsync(session, cancellation));
        return Listed(sheets);
    }

    /// <summary>Of the sessions of a year, which is that of their ids.</summary>
    public async Task<IReadOnlyList<SessionInsights>> OfYearAsync(int year, CancellationToken cancellation) =>
        Listed(await store.OfYearAsync(year, cancellation));

    /// <summary>Of all sessions: about a dozen rows a year.</summary>
    public async Task<IReadOnlyList<SessionInsights>> AllAsync(CancellationToken cancellation) =>
        Listed(await store.AllAsync(cancellation));

    static IReadOnlyList<SessionInsights> Listed(IEnumerable<RegisterSheet> sheets) =>
    [
        .. sheets.Where(sheet => sheet.Source is not null && sheet.Insights.Count > 0)
            .Select(sheet => new SessionInsights(sheet.Source!, sheet.Insights) { Version = sheet.Version })
            .OrderBy(session => session.Source.Start)
            .ThenBy(session => session.Source.Id.Value, StringComparer.Ordinal),
    ];
}
