using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.MailingList.Consents;

/// <summary>
/// A consent as a row of table subscribers, in the partition of its subscriber: so both are written in one transaction, and erased in one.
/// </summary>
static class ConsentRow
{
    const string Prefix = "consent-";

    /// <summary>The row keys of a subscriber's consents, from the first to before the second; in the order they were given.</summary>
    public static (string From, string To) RangeOf(string subscriber) => ($"{Prefix}{subscriber}-", $"{Prefix}{subscriber}.");

    /// <summary>All of one subscriber.</summary>
    public static AsyncPageable<TableEntity> QueryAsync(TableClient table, string subscriber, CancellationToken cancellation)
    {
        var (from, to) = RangeOf(subscriber);
        return table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {SubscriberStore.PartitionOf(subscriber)} and RowKey ge {from} and RowKey lt {to}"),
            cancellationToken: cancellation);
    }

    public static TableEntity Of(string subscriber, Consent consent) =>
        new(SubscriberStore.PartitionOf(subscriber), $"{RangeOf(subscriber).From}{consent.ConfirmedAt.UtcTicks:D19}-{Guid.NewGuid():N}")
        {
            ["AskedAt"] = consent.AskedAt,
            ["AskedFrom"] = consent.AskedFrom,
            ["Wording"] = consent.Wording,
            ["Text"] = consent.Text,
            ["Choice"] = consent.Choice,
            ["ConfirmedAt"] = consent.ConfirmedAt,
            ["ConfirmedBy"] = consent.ConfirmedBy,
        };

    public static bool Is(TableEntity row) => row.RowKey.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The proof alone, under a key that begins otherwise.</summary>
    public static TableEntity WithoutChoice(TableEntity row, string prefix)
    {
        var proof = new TableEntity(row.PartitionKey, prefix + row.RowKey[Prefix.Length..]);
        foreach (var column in new[] { "AskedAt", "AskedFrom", "Wording", "Text", "ConfirmedAt", "ConfirmedBy" }) proof[column] = row[column];
        return proof;
    }

    public static Consent Read(TableEntity row) => new(
        row.GetDateTimeOffset("AskedAt")!.Value, row.Text("AskedFrom"), row.Text("Wording"), row.Text("Text"), row.Text("Choice"),
        row.GetDateTimeOffset("ConfirmedAt")!.Value, row.Text("ConfirmedBy"));
}
