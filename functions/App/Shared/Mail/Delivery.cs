using Azure;
using Azure.Data.Tables;

namespace ThaffFunctions.Shared.Mail;

/// <summary>Tells where the row stands: a table, a partition of it, a row. Written <c>table/partition/row</c> in messages and custom args.</summary>
public sealed record DeliveryId(string Table, string Partition, string Row)
{
    public override string ToString() => $"{Table}/{Partition}/{Row}";

    public static DeliveryId? Parse(string? text) =>
        text?.Split('/') is [{ Length: > 0 } table, { Length: > 0 } partition, { Length: > 0 } row] ? new(table, partition, row) : null;
}

/// <summary>queued -> sending -> sent -> delivered | bounced. Failed: refused for good. Skipped: nobody to send it to any more.</summary>
public enum DeliveryState { Queued, Sending, Sent, Delivered, Bounced, Failed, Skipped }

/// <summary>
/// A mail before it is a message: who gets what is a row first, written together with what causes it. Kind names the composer that
/// makes the mail when it is sent; Recipient names the person's row, never an address.
/// </summary>
public sealed record Delivery(
    DeliveryId Id,
    string Kind,
    string Recipient,
    DeliveryState State,
    DateTimeOffset QueuedAt,
    DateTimeOffset? SendingSince,
    int Attempts,
    string? MessageId,
    string? Reason,
    ETag ETag)
{
    /// <summary>Row keys of deliveries begin so, in whichever table they stand.</summary>
    public const string RowPrefix = "delivery-";

    /// <summary>A new delivery's row, for the entity-group transaction of what causes it.</summary>
    public static TableEntity NewRow(DeliveryId id, string kind, string recipient, DateTimeOffset now) => new(id.Partition, id.Row)
    {
        ["Kind"] = kind,
        ["Recipient"] = recipient,
        ["State"] = nameof(DeliveryState.Queued),
        ["QueuedAt"] = now,
        ["Attempts"] = 0,
    };

    public static Delivery Read(string table, TableEntity row) => new(
        new(table, row.PartitionKey, row.RowKey),
        row.GetString("Kind"),
        row.GetString("Recipient"),
        Enum.Parse<DeliveryState>(row.GetString("State")),
        row.GetDateTimeOffset("QueuedAt")!.Value,
        row.GetDateTimeOffset("SendingSince"),
        row.GetInt32("Attempts") ?? 0,
        row.GetString("MessageId"),
        row.GetString("Reason"),
        row.ETag);
}
