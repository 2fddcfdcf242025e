using System.Globalization;
using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail.Deliveries;

/// <summary>
/// A mail to be sent to one recipient (an outbox row): it is written in the same transaction as what causes the mail. Kind names the
/// composer that makes the mail when it is sent; Recipient is the key of the person's row, never an address.
/// </summary>
public sealed record Delivery(DeliveryId Id, string Kind, string Recipient)
{
    /// <summary>Row keys of deliveries begin so, in whichever table they stand.</summary>
    public const string RowPrefix = "delivery-";

    public static bool IsRow(TableEntity row) => row.RowKey.StartsWith(RowPrefix, StringComparison.Ordinal);

    public DeliveryState State { get; init; }

    /// <summary>When its message was put on the queue; in the future while the mail service has asked to wait.</summary>
    public DateTimeOffset QueuedAt { get; init; }

    public DateTimeOffset? SendingSince { get; init; }

    /// <summary>How often it was tried; waiting as the mail service asked does not count.</summary>
    public int Attempts { get; init; }

    /// <summary>How often a worker claimed it and never reported, and no event told how it ended.</summary>
    public int ExpiredClaims { get; init; }

    /// <summary>
    /// Names the write that set it to sending. If the answer to that write is lost, reading the row tells whether it was this one or that
    /// of another worker.
    /// </summary>
    public string? Claim { get; init; }

    /// <summary>The mail service's own id of the message.</summary>
    public string? MessageId { get; init; }

    /// <summary>Why it failed, bounced or was skipped, or what went wrong at the last try; never an address.</summary>
    public string? Reason { get; init; }

    /// <summary>The deadline that the mail names, as it was sent last.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>
    /// Since when something holds it up: the mail service did not take it, asked to wait or gave no answer, it could not be composed, or
    /// its message got lost. null as long as nothing did; once it is settled, it says what was.
    /// </summary>
    public DateTimeOffset? WaitingSince { get; init; }

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
            ExpiredClaims = row.GetInt32(nameof(ExpiredClaims)) ?? 0,
            Claim = row.GetString(nameof(Claim)),
            MessageId = row.GetString(nameof(MessageId)),
            Reason = row.GetString(nameof(Reason)) is { Length: > 0 } reason ? reason : null,
            Deadline = Moment(row, nameof(Deadline)),
            WaitingSince = Moment(row, nameof(WaitingSince)),
            ETag = row.ETag,
        };

    /// <summary>
    /// What changes while it is delivered, to be merged into the row; the slice's own columns stay. A merge leaves what it is not given, so
    /// what may go again is written as an empty text.
    /// </summary>
    internal TableEntity ToRow() => new(Id.Partition, Id.Row)
    {
        [nameof(State)] = State.ToString(),
        [nameof(QueuedAt)] = QueuedAt,
        [nameof(SendingSince)] = SendingSince,
        [nameof(Attempts)] = Attempts,
        [nameof(ExpiredClaims)] = ExpiredClaims,
        [nameof(Claim)] = Claim,
        [nameof(MessageId)] = MessageId,
        [nameof(Reason)] = Reason ?? "",
        [nameof(Deadline)] = Deadline?.ToString("O", CultureInfo.InvariantCulture) ?? "",
        [nameof(WaitingSince)] = WaitingSince?.ToString("O", CultureInfo.InvariantCulture) ?? "",
    };

    static DateTimeOffset? Moment(TableEntity row, string column) =>
        row.GetString(column) is { Length: > 0 } moment ? DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture) : null;
}
