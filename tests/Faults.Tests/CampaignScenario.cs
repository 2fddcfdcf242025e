using Azure.Data.Tables;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Campaigns.Scheduling;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests;

namespace ThaffFunctions.Faults.Tests;

/// <summary>The invitation to a session, to so many subscribers.</summary>
sealed class CampaignScenario(int recipients) : IScenario
{
    static readonly CampaignId s_id = CampaignId.Invitation(TestSessions.October.Id);

    public DateTimeOffset Begin => new(2026, 9, 14, 7, 0, 0, TimeSpan.Zero); // 9:00 in Berlin, three weeks before the session

    public async Task PrepareAsync(World world)
    {
        await world.Service<ProgrammeStore>().WriteAsync(
            [new(TestSessions.October, "programm.yaml", world.Now, default)], CancellationToken.None);
        var subscribers = Enumerable.Range(0, recipients).Select(number => EmailAddress.Stored(AddressOf(number))).Select(email =>
            SubscriberRow.Of(new(world.Service<Subscribers>().KeyOf(email), email, SubscriberState.Active, Preferences.Invitations)));
        var table = world.Service<TableServiceClient>().GetTableClient(Tables.Subscribers);
        var partitions = subscribers.GroupBy(row => row.PartitionKey);
        foreach (var some in partitions.SelectMany(partition => partition.Chunk(TableRows.TransactionSize)))
            await table.SubmitTransactionAsync(some.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));
    }

    public async Task ActAsync(World world)
    {
        await Task.WhenAll(world.Apps.Select(app => app.FireAsync(nameof(SendDueCampaigns))));
        await world.SeenOrDeadAsync(() => IsDoneAsync(world));
    }

    public Task FinishAsync(World world) => world.FinishAsync(
        [(nameof(SendDueCampaigns), ""), (nameof(Mail.Recovery.RecoverDeliveries), "")], () => IsDoneAsync(world));

    public Task<Outcome> CountAsync(World world, IReadOnlyDictionary<string, int> mails) =>
        Task.FromResult(Outcome.OnceEach(Enumerable.Range(0, recipients).Select(AddressOf), mails));

    static string AddressOf(int number) => $"person{number}@firma.example";

    async Task<bool> IsDoneAsync(World world)
    {
        if (world.Mail.Accepted.Count < recipients) return false; // asked often; there are many rows

        var deliveries = await world.Service<TableServiceClient>().GetTableClient(Tables.Deliveries)
            .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey ge {$"{s_id}."} and PartitionKey lt {$"{s_id}/"}"))
            .Select(row => Delivery.Read(Tables.Deliveries, row)).ToListAsync();
        return deliveries.Count == recipients && deliveries.All(delivery => delivery.IsSettled());
    }
}
