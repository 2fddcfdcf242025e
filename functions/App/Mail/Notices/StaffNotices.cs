using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail.Notices;

/// <summary>Mails to staff, each told once: the notice and its deliveries are rows of one partition of table deliveries.</summary>
public sealed class StaffNotices(
    TableServiceClient tables, StoredReader reader, OpenPartitions open, MessageSender messages, RowKeyHash hash,
    IOptions<SiteOptions> site, TimeProvider clock)
{
    public const string Kind = "staff-notice";

    const string ContentRow = "content";

    /// <summary>Characters of the content that are kept; a string column holds 32,768.</summary>
    const int MaxContent = 30_000;

    readonly TableClient table = tables.GetTableClient(Tables.Deliveries);

    /// <summary>Who is told.</summary>
    public IReadOnlyList<EmailAddress> Staff { get; } =
    [
        .. EmailAddressesAttribute.Split(site.Value.StaffEmails).Select(typed => EmailAddress.Read(typed).Address!.Value)
            .DistinctBy(address => address.Canonical),
    ];

    public async Task TellAsync(StaffNotice notice, CancellationToken cancellation)
    {
        var partition = $"notice-{hash.Of(notice.Key)}";
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

    /// <summary>Finds a staff member again without writing the address into a row.</summary>
    public string RecipientOf(EmailAddress address) => hash.Of("staff", address.Canonical);

    async Task<bool> TryAddAsync(string partition, StaffNotice notice, IEnumerable<DeliveryId> deliveries, CancellationToken cancellation)
    {
        var content = new TableEntity(partition, ContentRow) { ["Notice"] = Fitting(notice) };
        var rows = deliveries.Select(id => Delivery.NewRow(id, Kind, id.Row[Delivery.RowPrefix.Length..], clock.GetUtcNow()));
        try
        {
            await table.SubmitTransactionAsync(
                rows.Prepend(content).Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), cancellation);
            return true;
        }
        catch (TableTransactionFailedException failure) when (failure.Status == 409)
        {
            return false; // told before
        }
    }

    static StaffNotice Read(TableEntity row) => JsonSerializer.Deserialize<StaffNotice>(row.Text("Notice"))!;

    static string Fitting(StaffNotice notice)
    {
        var text = JsonSerializer.Serialize(notice);
        while (text.Length > MaxContent)
        {
            notice = notice with { Items = [.. notice.Items.Take(notice.Items.Count / 2), "…"] };
            text = JsonSerializer.Serialize(notice);
        }
        return text;
    }
}
