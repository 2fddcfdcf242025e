using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail.Deliveries;

/// <summary>
/// A mail before it is a message: who gets what is a row first, written together with what causes it. Kind names the composer that
/// makes the mail when it is sent; Recipient names the person's row, never an address.
/// </summary>
public sealed record Delivery(DeliveryId Id, string Kind, string Recipient)
{
    /// <summary>Row keys of deliveries begin so, in whichever table they stand.</summary>
    public const string RowPrefix = "delivery-";

    public DeliveryState State { get; init; }

    /// <summary>Since when a message about this row is on its queue; in the future while the mail service asked us to wait.</summary>
    public DateTimeOffset QueuedAt { get; init; }

    public DateTimeOffset? SendingSince { get; init; }

    /// <summary>How often it was tried; waiting as the mail service asked does not count.</summary>
    public int Attempts { get; init; }

    /// <summary>How often a try ended without anybody knowing how.</summary>
    public int Unclear { get; init; }

    /// <summary>Who set it to sending: an answer that got lost can be told from somebody else's success.</summary>
    public string? Claim { get; init; }

    /// <summary>The mail service's own id of the message.</summary>
    public string? MessageId { get; init; }

    /// <summary>Why it failed, bounced or was skipped, or what went wrong at the last try; never an address.</summary>
    public string? Reason { get; init; }

    public ETag ETag { get; init; }

    /// <summary>
    /// A new delivery's row, for the entity-group transaction of what causes it. Open the partition first: <see cref="OpenPartitions"/>.
    /// </summary>
    public static TableEntity NewRow(DeliveryId id, string kind, string recipient, DateTimeOffset now)
    {
        var row = new Delivery(id, kind, recipient) { QueuedAt = now }.ToRow();
        row[nameof(Kind)] = kind;
        row[nameof(Recipient)] = recipient;
        return row;
    }

    public static Delivery Read(string table, TableEntity row) =>
        new(new(table, row.PartitionKey, row.RowKey), row.Text(nameof(Kind)), row.Text(nameof(Recipient)))
        {
            State = row.OneOf<DeliveryState>(nameof(State)),
            QueuedAt = row.GetDateTimeOffset(nameof(QueuedAt))!.Value,
            SendingSince = row.GetDateTimeOffset(nameof(SendingSince)),
            Attempts = row.GetInt32(nameof(Attempts)) ?? 0,
            Unclear = row.GetInt32(nameof(Unclear)) ?? 0,
            Claim = row.GetString(nameof(Claim)),
            MessageId = row.GetString(nameof(MessageId)),
            Reason = row.GetString(nameof(Reason)) is { Length: > 0 } reason ? reason : null,
            ETag = row.ETag,
        };

    /// <summary>What changes while it is delivered, to be merged into the row; the slice's own columns stay.</summary>
    internal TableEntity ToRow() => new(Id.Partition, Id.Row)
    {
        [nameof(State)] = State.ToString(),
        [nameof(QueuedAt)] = QueuedAt,
        [nameof(SendingSince)] = SendingSince,
        [nameof(Attempts)] = Attempts,
        [nameof(Unclear)] = Unclear,
        [nameof(Claim)] = Claim,
        [nameof(MessageId)] = MessageId,
        [nameof(Reason)] = Reason ?? "", // a merge leaves what it is not given
    };
}
