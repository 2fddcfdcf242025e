using ThaffFunctions.Insights.Reading;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Insights;

/// <summary>
/// For whoever publishes documentation: brings the register into line with it. As everywhere there, one first sees how things stand, then reads
/// the notes, and what is written then holds only if the register still is as it was seen.
/// </summary>
public sealed class InsightRegister(InsightStore store)
{
    public Task<RegisterSheet> SeeAsync(SessionId session, CancellationToken cancellation) => store.FindAsync(session, cancellation);

    /// <summary>False if the register was changed since it was seen.</summary>
    public async Task<bool> TryFollowAsync(
        RegisterSheet seen, string version, InsightSource source, IReadOnlyList<NotedInsight> noted, CancellationToken cancellation) =>
        await store.TrySaveAsync(seen.Follow(version, source, noted), cancellation);

    /// <inheritdoc cref="TryFollowAsync"/>
    public async Task<bool> TryWithdrawAsync(RegisterSheet seen, CancellationToken cancellation) =>
        seen.Version is null || await store.TrySaveAsync(seen.Withdraw(), cancellation);
}
