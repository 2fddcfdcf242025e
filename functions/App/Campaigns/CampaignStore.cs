using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Azure.Data.Tables;
using ThaffFunctions.Campaigns.Deciding;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns;

/// <summary>
/// Table campaigns: a partition per session, a row per campaign. The row is inserted, never overwritten: of two instances that start the
/// same campaign, one gets 409.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "lives as long as the process; a SemaphoreSlim without a wait handle holds nothing")]
public sealed class CampaignStore(TableServiceClient tables, StoredReader reader, RestoreMarks marks)
{
    const string DayFormat = "yyyy-MM-dd";
    const string ToWaiting = "ToWaiting";
    const string AddressErased = "[Adresse gelöscht]";

    /// <summary>The columns with what staff wrote.</summary>
    static readonly string[] Written = ["Subject", "Text"];

    readonly TableClient table = tables.GetTableClient(Tables.Campaigns);
    readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>All there ever were: four or so for each session.</summary>
    public IAsyncEnumerable<Campaign> AllAsync(CancellationToken cancellation) =>
        reader.ReadAllAsync(table, table.QueryAsync<TableEntity>(cancellationToken: cancellation), Read, cancellation);

    /// <summary>All of one session.</summary>
    public IAsyncEnumerable<Campaign> AllAsync(SessionId session, CancellationToken cancellation)
    {
        var own = TableClient.CreateQueryFilter($"PartitionKey eq {session.Value}");
        return reader.ReadAllAsync(table, table.QueryAsync<TableEntity>(own, cancellationToken: cancellation), Read, cancellation);
    }

    /// <summary>The ids of all campaigns, whatever else their rows say.</summary>
    public IAsyncEnumerable<CampaignId> IdsAsync(CancellationToken cancellation) => table
        .QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"], cancellationToken: cancellation)
        .Select(row => CampaignId.Parse($"{row.PartitionKey}.{row.RowKey}")).OfType<CampaignId>();

    /// <summary>The ids of a session's campaigns, whatever else their rows say.</summary>
    public IAsyncEnumerable<CampaignId> OfSessionAsync(SessionId session, CancellationToken cancellation) => table
        .QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {session.Value}"), select: ["RowKey"], cancellationToken: cancellation)
        .Select(row => new CampaignId(session, row.RowKey));

    public async Task<Campaign?> FindAsync(CampaignId id, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id.Partition, id.Name, cancellationToken: cancellation);
        return row.HasValue ? reader.Read(table, row.Value!, Read) : null;
    }

    /// <returns>False if the campaign was decided upon before, here or by another instance.</returns>
    public async Task<bool> AddAsync(Campaign campaign, CancellationToken cancellation)
    {
        if (!await OptimisticConcurrency.TryAsync(() => table.AddEntityAsync(RowOf(campaign), cancellation))) return false;
        if (campaign.State != CampaignState.Planned) await ReapplyDecisions.MarkAsync(marks, campaign, cancellation);
        return true;
    }

    /// <summary>
    /// Optimistic concurrency: reads the campaign, decides and writes under its ETag; again if another instance changed it meanwhile. In
    /// one process each waits for the one before: of sixteen ranges that finish together, most would be refused.
    /// </summary>
    /// <param name="id">Which.</param>
    /// <param name="change">Decides; null changes nothing.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The campaign as it became; null if nothing was decided.</returns>
    public async Task<Campaign?> ChangeAsync(CampaignId id, Func<Campaign, Campaign?> change, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            return await OptimisticConcurrency.RetryAsync(() => TryChangeAsync(id, change, cancellation), cancellation);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Announcements in which this address stands, readable or not.</summary>
    public IAsyncEnumerable<TableEntity> NamingAsync(EmailAddress address, CancellationToken cancellation) => table
        .QueryAsync<TableEntity>(cancellationToken: cancellation)
        .Where(row => Written.Any(column =>
            row[column] is string text && text.Contains(address.Value, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Takes an address out of what staff wrote.</summary>
    public Task EraseAsync(EmailAddress address, CancellationToken cancellation) => OptimisticConcurrency.RetryAsync(
        async () =>
        {
            foreach (var row in await NamingAsync(address, cancellation).ToListAsync(cancellation))
            {
                foreach (var column in Written)
                    row[column] = row.Text(column).Replace(address.Value, AddressErased, StringComparison.OrdinalIgnoreCase);
                await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellation);
            }
        },
        cancellation);

    async Task<Campaign?> TryChangeAsync(CampaignId id, Func<Campaign, Campaign?> change, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } campaign || change(campaign) is not { } changed) return null;

        if (changed != campaign) await table.UpdateEntityAsync(RowOf(changed), campaign.ETag, TableUpdateMode.Replace, cancellation);
        if (changed.State != campaign.State) await ReapplyDecisions.MarkAsync(marks, changed, cancellation);
        return changed;
    }

    static TableEntity RowOf(Campaign campaign)
    {
        var row = new TableEntity(campaign.Id.Partition, campaign.Id.Name)
        {
            ["State"] = campaign.State.ToString(),
            ["PausedFrom"] = campaign.PausedFrom?.ToString(),
            ["DecidedAt"] = campaign.DecidedAt,
            ["Remaining"] = campaign.Remaining,
            ["Recipients"] = campaign.Recipients,
            ["ReportedOn"] = campaign.ReportedOn?.ToString(DayFormat, CultureInfo.InvariantCulture),
            ["Due"] = campaign.Due,
        };
        if (campaign.Announcement is not { } announcement) return row;

        row["Subject"] = announcement.Subject;
        row["Text"] = announcement.Text;
        row["Segment"] = announcement.Segment.ToText();
        row[ToWaiting] = announcement.IsToWaiting;
        return row;
    }

    static Campaign Read(TableEntity row) => new(
        CampaignId.Parse($"{row.PartitionKey}.{row.RowKey}") ?? throw new FormatException("The keys name no campaign."),
        row.OneOf<CampaignState>("State"),
        row.GetDateTimeOffset("DecidedAt")!.Value)
    {
        PausedFrom = row.GetString("PausedFrom") is null ? null : row.OneOf<CampaignState>("PausedFrom"),
        Remaining = row.Text("Remaining"),
        Recipients = row.GetInt32("Recipients")!.Value,
        ReportedOn = row.GetString("ReportedOn") is { } day ? DateOnly.ParseExact(day, DayFormat, CultureInfo.InvariantCulture) : null,
        Due = row.GetDateTimeOffset("Due"),
        Announcement = row.GetString("Subject") is { } subject
            ? new(subject, row.Text("Text"), Audience.Read(row.Text("Segment"))) { IsToWaiting = row.GetBoolean(ToWaiting) == true }
            : null,
        ETag = row.ETag,
    };
}
