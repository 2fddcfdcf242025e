using Azure.Data.Tables;
using ThaffFunctions.Insights.Reading;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Insights;

/// <summary>
/// For whoever publishes documentation: what to change in the register, in the one transaction that changes what is public. So the two
/// never disagree.
/// </summary>
public sealed class InsightRegister(InsightStore store)
{
    public async Task<TableTransactionAction> FollowAsync(string version, InsightSource source, IReadOnlyList<NotedInsight> noted,
        CancellationToken cancellation) =>
        InsightStore.Save((await store.FindAsync(source.Id, cancellation)).Follow(version, source, noted));

    /// <summary>Null if nothing is in it.</summary>
    public async Task<TableTransactionAction?> WithdrawAsync(SessionId session, CancellationToken cancellation) =>
        await store.FindAsync(session, cancellation) is { Version: not null } sheet ? InsightStore.Save(sheet.Withdraw()) : null;
}
