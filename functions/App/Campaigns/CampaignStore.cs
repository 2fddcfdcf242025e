using System.Globalization;
using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns;

/// <summary>
/// Table campaigns: a partition per session, a row per campaign. The row is inserted, never overwritten: of two instances that start the
/// same campaign, one gets 409.
/// </summary>
public sealed class CampaignStore(TableServiceClient tables, StoredReader reader)
{
    const string DayFormat = "yyyy-MM-dd";

    readonly TableClient table = tables.GetTableClient(Tables.Campaigns);

    /// <summary>All there ever were: three or so for each session.</summary>
    public IAsyncEnumerable<Campaign> AllAsync(CancellationToken cancellation) =>
        reader.ReadAllAsync(table, table.QueryAsync<TableEntity>(cancellationToken: cancellation), Read, cancellation);

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
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id.Session.Value, id.Name, cancellationToken: cancellation);
        return row.HasValue ? reader.Read(table, row.Value!, Read) : null;
    }

    /// <returns>False if the campaign was decided upon before, here or by another instance.</returns>
    public async Task<bool> AddAsync(Campaign campaign, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(RowOf(campaign), cancellation);
            return true;
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            return false;
        }
    }

    /// <summary>
    /// Optimistic concurrency: reads the campaign, decides and writes under its ETag; again if another range was finished meanwhile.
    /// </summary>
    public Task ChangeAsync(CampaignId id, Func<Campaign, Campaign> change, CancellationToken cancellation) => Overtaken.DecideAgainAsync(
        async () =>
        {
            if (await FindAsync(id, cancellation) is { } campaign && change(campaign) is var changed && changed != campaign)
                await table.UpdateEntityAsync(RowOf(changed), campaign.ETag, TableUpdateMode.Replace, cancellation);
        },
        cancellation);

    static TableEntity RowOf(Campaign campaign) => new(campaign.Id.Session.Value, campaign.Id.Name)
    {
        ["State"] = campaign.State.ToString(),
        ["DecidedAt"] = campaign.DecidedAt,
        ["Remaining"] = campaign.Remaining,
        ["Recipients"] = campaign.Recipients,
        ["ReportedOn"] = campaign.ReportedOn?.ToString(DayFormat, CultureInfo.InvariantCulture),
    };

    static Campaign Read(TableEntity row) => new(
        new(SessionId.Parse(row.PartitionKey)!.Value, row.RowKey),
        row.OneOf<CampaignState>("State"),
        row.GetDateTimeOffset("DecidedAt")!.Value,
        row.Text("Remaining"),
        row.GetInt32("Recipients")!.Value,
        row.GetString("ReportedOn") is { } day ? DateOnly.ParseExact(day, DayFormat, CultureInfo.InvariantCulture) : null)
    {
        ETag = row.ETag,
    };
}
