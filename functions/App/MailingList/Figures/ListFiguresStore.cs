using Azure.Data.Tables;
using ThaffFunctions.Mail;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.MailingList.Contacts;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.MailingList.Figures;

/// <summary>One row of table subscribers with the figures of the list; the partition is none of subscribers.</summary>
public sealed class ListFiguresStore(TableServiceClient tables, StoredReader reader, Suppression suppression, TimeProvider clock)
{
    const string Key = "totals";

    readonly TableClient table = tables.GetTableClient(Tables.Subscribers);

    /// <returns>null if nothing was counted yet.</returns>
    public async Task<ListFigures?> FindAsync(CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Key, Key, cancellationToken: cancellation);
        return row.HasValue && reader.TryRead(table, row.Value!, Read, out var figures) ? figures : null;
    }

    /// <summary>Goes through the whole list: a second for some thousand addresses.</summary>
    public async Task<ListFigures> CountAsync(CancellationToken cancellation)
    {
        var states = new Dictionary<string, int>();
        var multipliers = 0;
        // partitions of subscribers are hexadecimal; a row without a state is a consent, a proof or a delivery
        var rows = table.QueryAsync<TableEntity>(
            $"PartitionKey lt 'g' and (State eq '{SubscriberState.Active}' or State eq '{SubscriberState.Pending}' or State eq '{SubscriberState.Left}')",
            select: ["RowKey", "State", "ContactKind"], cancellationToken: cancellation);
        await foreach (var row in rows)
        {
            if (ProofRow.Is(row)) continue;

            var state = row.Text("State");
            states[state] = states.GetValueOrDefault(state) + 1;
            if (state == nameof(SubscriberState.Active) && row.GetString("ContactKind") == nameof(ContactKind.Multiplier)) multipliers++;
        }

        var counted = new ListFigures(
            clock.GetUtcNow(), Of(SubscriberState.Active), multipliers, Of(SubscriberState.Pending), Of(SubscriberState.Left),
            await suppression.CountAsync(cancellation));
        await table.UpsertEntityAsync(RowOf(counted), TableUpdateMode.Replace, cancellation);
        return counted;

        int Of(SubscriberState state) => states.GetValueOrDefault(state.ToString());
    }

    static TableEntity RowOf(ListFigures figures) => new(Key, Key)
    {
        ["CountedAt"] = figures.CountedAt,
        ["Active"] = figures.Active,
        ["Multipliers"] = figures.Multipliers,
        ["Waiting"] = figures.Waiting,
        ["Left"] = figures.Left,
        ["Suppressed"] = figures.Suppressed,
    };

    static ListFigures Read(TableEntity row) => new(
        row.GetDateTimeOffset("CountedAt")!.Value, row.GetInt32("Active")!.Value, row.GetInt32("Multipliers")!.Value,
        row.GetInt32("Waiting")!.Value, row.GetInt32("Left")!.Value, row.GetInt32("Suppressed")!.Value);
}
