using Azure.Data.Tables;
using ThaffFunctions.Insights.Reading;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Insights;

/// <summary>
/// The changes to the register when documentation is published or withdrawn. The publisher executes them in the entity-group transaction
/// that changes the documentation's entry, so that register and documentation always match.
/// </summary>
public sealed class InsightRegister(InsightStore store)
{
    public async Task<TableTransactionAction> FollowAsync(string version, InsightSource source, IReadOnlyList<NotedInsight> noted,
        CancellationToken cancellation) =>
        InsightStore.Save((await store.FindAsync(source.Id, cancellation)).Follow(version, source, noted));

    /// <summary>Null if the register has no public entries of this session.</summary>
    public async Task<TableTransactionAction?> WithdrawAsync(SessionId session, CancellationToken cancellation) =>
        await store.FindAsync(session, cancellation) is { Version: not null } sheet ? InsightStore.Save(sheet.Withdraw()) : null;
}
