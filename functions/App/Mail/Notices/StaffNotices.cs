using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail.Notices;

/// <summary>
/// Mails to staff, idempotent by the notice's key: notice and deliveries are rows of one partition of table deliveries, inserted in one
/// transaction.
/// </summary>
public sealed class StaffNotices(
    TableServiceClient tables, StoredReader reader, OpenPartitions open, MessageSender messages, RowKeyHash hash,
    IOptions<SiteOptions> site, TimeProvider clock)
{
    public const string Kind = "staff-notice";

    const string Prefix = "notice-", ContentRow = "content";

    /// <summary>Characters of the content that are kept; a string column holds 32,768.</summary>
    const int MaxContent = 30_000;

    /// <summary>JSON may write six characters for one: without items, all together stays below <see cref="MaxContent"/>.</summary>
    const int MaxKey = 300, MaxSubject = 300, MaxParagraph = 1000, MaxParagraphs = 4;

    const int MaxItem = 2000;

    /// <summary>Umlauts are written as they are; the content goes into a table, never into a page.</summary>
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly TableClient table = tables.GetTableClient(Tables.Deliveries);

    /// <summary>Who is told.</summary>
    public IReadOnlyList<EmailAddress> Staff { get; } =
    [
        .. EmailAddressesAttribute.Split(site.Value.StaffEmails).Select(typed => EmailAddress.Read(typed).Address!.Value)
            .DistinctBy(address => address.Canonical),
    ];

    public async Task TellAsync(StaffNotice notice, CancellationToken cancellation)
    {
        var partition = Prefix + hash.Of(notice.Key);
        DeliveryId[] deliveries =
            [.. Staff.Select(address => new DeliveryId(Tables.Deliveries, partition, Delivery.RowPrefix + RecipientOf(address)))];
        await open.OpenAsync(Tables.Deliveries, partition, cancellation);
        if (!await TryAddAsync(partition, notice, deliveries, cancellation)) return;

        foreach (var id in deliveries) await messages.SendAsync(Queues.Deliveries, id.ToString(), cancellation: cancellation);
    }

    /// <summary>The notice a delivery is about.</summary>
    public async Task<StaffNotice?> FindAsync(Delivery delivery, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(delivery.Id.Partition, ContentRow, cancellationToken: cancellation);
        return row.HasValue ? reader.Read(table, row.Value!, Read) : null;
    }

    /// <summary>Erases notices told before this; what they were about, still true, may then be told again.</summary>
    /// <returns>How many.</returns>
    public async Task<int> EraseAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        // '.' follows '-'
        var old = TableClient.CreateQueryFilter(
            $"PartitionKey ge {Prefix} and PartitionKey lt {"notice."} and QueuedAt lt {before}");
        var partitions = await table.QueryAsync<TableEntity>(old, select: ["PartitionKey"], cancellationToken: cancellation)
            .Select(row => row.PartitionKey).ToHashSetAsync(cancellationToken: cancellation);
        foreach (var partition in partitions) await EraseAsync(partition, cancellation);
        return partitions.Count;
    }

    /// <summary>Notices in which this address stands, though none should name a person.</summary>
    internal IAsyncEnumerable<TableEntity> NamingAsync(EmailAddress address, CancellationToken cancellation) => table
        .QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey ge {Prefix} and PartitionKey lt {"notice."} and RowKey eq {ContentRow}"),
            cancellationToken: cancellation)
        .Where(row => row.TryGetValue("Notice", out var text) && text is string notice
            && notice.Contains(address.Value, StringComparison.OrdinalIgnoreCase));

    internal async Task EraseAsync(string partition, CancellationToken cancellation)
    {
        var rows = table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"),
            select: ["PartitionKey", "RowKey"], cancellationToken: cancellation);
        await table.DeleteAllAsync(await rows.ToListAsync(cancellation), cancellation); // one for each member of staff, and the content
    }

    /// <summary>Finds a staff member again without writing the address into a row.</summary>
    public string RecipientOf(EmailAddress address) => hash.Of("staff", address.Canonical);

    /// <returns>False if it was told before.</returns>
    Task<bool> TryAddAsync(string partition, StaffNotice notice, IEnumerable<DeliveryId> deliveries, CancellationToken cancellation)
    {
        var content = new TableEntity(partition, ContentRow) { ["Notice"] = Fitting(notice) };
        var rows = deliveries.Select(id => Delivery.NewRow(id, Kind, id.Row[Delivery.RowPrefix.Length..], clock.GetUtcNow()));
        return OptimisticConcurrency.TryAsync(() => table.SubmitTransactionAsync(
            rows.Prepend(content).Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), cancellation));
    }

    static StaffNotice Read(TableEntity row) => JsonSerializer.Deserialize<StaffNotice>(row.Text("Notice"))!;

    /// <summary>Cuts each text, then leaves out items from the end until the rest fits; without any item it always does.</summary>
    static string Fitting(StaffNotice notice)
    {
        string[] items = [.. notice.Items.Select(item => Cut.To(item, MaxItem))];
        var cut = notice with
        {
            Key = Cut.To(notice.Key, MaxKey),
            Subject = Cut.To(notice.Subject, MaxSubject),
            Paragraphs = [.. notice.Paragraphs.Take(MaxParagraphs).Select(paragraph => Cut.To(paragraph, MaxParagraph))],
            Items = items,
        };
        var text = JsonSerializer.Serialize(cut, Json);
        for (var kept = items.Length; text.Length > MaxContent && kept > 0;)
        {
            kept /= 2;
            text = JsonSerializer.Serialize(cut with { Items = [.. items.Take(kept), "…"] }, Json);
        }

        return text;
    }
}
