using ThaffFunctions.Insights.Reading;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Insights;

/// <summary>All entries of one session. It is stored as one row, so that a register never mixes two editions of the same notes.</summary>
/// <param name="Session">The session.</param>
/// <param name="Version">The edition of the documentation that the entries stand in; null while none is public.</param>
/// <param name="Source">What that edition says of the session; null while none is public.</param>
/// <param name="Insights">The entries of that edition, or of the last that was public, in the order of the notes.</param>
/// <param name="Retired">Entries that earlier editions had: should they return, they are known by their id and progress.</param>
public sealed record RegisterSheet(
    SessionId Session, string? Version, InsightSource? Source, IReadOnlyList<Insight> Insights, IReadOnlyList<Insight> Retired)
{
    public static RegisterSheet New(SessionId session) => new(session, null, null, [], []);

    /// <summary>The register as an edition's notes have it; what became of its entries is kept.</summary>
    public RegisterSheet Follow(string version, InsightSource source, IReadOnlyList<NotedInsight> noted)
    {
        var (insights, retired) = Succession.Of(this, noted);
        return this with { Version = version, Source = source, Insights = insights, Retired = retired };
    }

    /// <summary>Nothing of it is public any more; all is known should the notes come back.</summary>
    public RegisterSheet Withdraw() => this with { Version = null, Source = null };
}
