using Azure.Data.Tables;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Campaigns.Scheduling;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.MailingList;

namespace ThaffFunctions.Tests.Campaigns;

/// <summary>What the tests of campaigns do and look at.</summary>
static class CampaignStage
{
    public static readonly Session October = TestSessions.October;
    public static readonly CampaignId Invitation = CampaignId.Invitation(October.Id);

    /// <summary>9:00 in Berlin, three weeks before <see cref="October"/>.</summary>
    public static readonly DateTimeOffset InvitationDay = Sessions.At(2026, 9, 14, 9);

    /// <summary>Messages of batches come when a test says so.</summary>
    public static readonly Dictionary<string, string> Slow = new() { ["AzureWebJobs.DeliverBatch.Disabled"] = "true" };

    public static async Task AddActiveAsync(this Stage stage, int count) =>
        await Parallel.ForEachAsync(Enumerable.Range(1, count),
            async (number, _) => await stage.AddActiveAsync($"person{number}@firma.example"));

    /// <summary>Somebody who confirmed earlier, in English.</summary>
    public static async Task AddEnglishAsync(this Stage stage, string email)
    {
        var (store, address) = (stage.Service<SubscriberStore>(), EmailAddress.Stored(email));
        var subscriber = new Subscriber(store.KeyOf(address), address, SubscriberState.Active, Preferences.Invitations)
        {
            Language = Language.English,
            TakesAnnouncements = true,
        };
        Assert.True(await store.TryAddAsync(
            subscriber, Consent.Imported("Test", "Yes.", Preferences.Invitations, stage.Clock.GetUtcNow()), CancellationToken.None));
    }

    /// <summary>Addresses whose mails stand in the same partition as those to this one: one batch may hold them.</summary>
    public static IEnumerable<string> AddressesBeside(this Stage stage, string email)
    {
        var partition = PartitionOf(email);
        return Enumerable.Range(1, int.MaxValue).Select(number => $"person{number}@company.example")
            .Where(other => PartitionOf(other) == partition);

        string PartitionOf(string address) =>
            SubscriberStore.PartitionOf(stage.Service<SubscriberStore>().KeyOf(EmailAddress.Stored(address)));
    }

    public static Task TickAsync(this Stage stage) => stage.FireAsync(nameof(SendDueCampaigns));

    public static Task TickAsync(this Stage stage, DateTimeOffset now)
    {
        stage.Clock.SetUtcNow(now);
        return stage.TickAsync();
    }

    public static Task<Campaign?> CampaignAsync(this Stage stage, CampaignId id) =>
        stage.Service<CampaignStore>().FindAsync(id, CancellationToken.None);

    /// <summary>Waits until all delivery rows of a campaign are written.</summary>
    public static Task<Campaign> ExpandedAsync(this Stage stage, CampaignId id) => Stage.EventuallyAsync(async () =>
        await stage.CampaignAsync(id) is { State: CampaignState.Sending or CampaignState.Done } campaign ? campaign : null);

    /// <summary>Waits until all of a campaign's deliveries are settled.</summary>
    public static async Task<IReadOnlyList<Delivery>> DeliveredAsync(this Stage stage, CampaignId id)
    {
        await stage.ExpandedAsync(id);
        return await Stage.EventuallyAsync(async () =>
            await stage.DeliveriesAsync(id) is var all && all.All(delivery => delivery.IsSettled()) ? all : null);
    }

    public static async Task<IReadOnlyList<Delivery>> DeliveriesAsync(this Stage stage, CampaignId id)
    {
        var campaign = TableClient.CreateQueryFilter($"PartitionKey ge {$"{id}."} and PartitionKey lt {$"{id}/"}"); // '/' follows '.'
        return await stage.Service<TableServiceClient>().GetTableClient(Tables.Deliveries).QueryAsync<TableEntity>(campaign)
            .Select(row => Delivery.Read(Tables.Deliveries, row))
            .ToListAsync();
    }
}
