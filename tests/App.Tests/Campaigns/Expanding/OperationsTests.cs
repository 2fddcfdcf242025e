using System.Text.RegularExpressions;
using Azure.Data.Tables;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Mail;
using ThaffFunctions.Tests.Registration;

namespace ThaffFunctions.Tests.Campaigns.Expanding;

/// <summary>What a campaign asks table storage for, over recorded requests: a million recipients are then more of the same.</summary>
public sealed partial class OperationsTests
{
    /// <summary>Multiples of a transaction, so that nothing is left over to round.</summary>
    const int Some = 200, Batch = 100;

    [Fact]
    public async Task A_mail_costs_the_same_however_many_there_are_and_nothing_is_searched_beyond_one_partition()
    {
        var account = await StorageEmulator.NewAccountAsync();
        using var storage = new RecordedStorage(nameof(ExpandCampaign), nameof(DeliverBatch));
        await using var stage = await Stage.OpenAsync(settings: new() { ["SendGrid:BatchSize"] = $"{Batch}" },
            replace: services =>
            {
                storage.Replace(services, account);
                new RecordingTransport().Replace(services); // it tells no events, which would change rows between
            }, storage: account);
        var nobody = await InviteAsync(stage, storage, day: 5, recipients: 0);
        await AddAsync(stage, from: 0, Some);
        var some = await InviteAsync(stage, storage, day: 6, recipients: Some);
        await AddAsync(stage, from: Some, Some);
        var twice = await InviteAsync(stage, storage, day: 7, recipients: 2 * Some);

        foreach (var kind in twice.Calls.Keys)
        {
            var (fixedCost, first, second) = (At(nobody, kind), At(some, kind), At(twice, kind));
            // one batch more than full ones finds that nothing is left
            Assert.True(Math.Abs(second - fixedCost - 2 * (first - fixedCost)) <= 1, $"{kind}: {fixedCost}, {first}, {second}");
        }

        // Each of the sixteen ranges counts itself in the campaign's row, one after the other: of those that meet, one would succeed.
        Assert.All([nobody, some, twice], campaign => Assert.Equal(16, campaign.Calls.Where(
            call => call.Key.StartsWith("PUT", StringComparison.Ordinal) && call.Key.Contains("/campaigns(", StringComparison.Ordinal))
            .Sum(call => call.Value)));
        Assert.Equal(2 * (some.Rows - nobody.Rows), twice.Rows - nobody.Rows, tolerance: 10);
        Assert.InRange(PerMail(twice, nobody), 0.01, 0.12); // in batches of a hundred; in those of 500 a fifth of the reading
        Assert.All(twice.Asked.Where(call => call.Contains("()?", StringComparison.Ordinal)), call =>
            Assert.Matches(@"\$filter=PartitionKey eq '[^']+'( |&|$)", call.Replace('+', ' ')));
    }

    static async Task<Recorded> InviteAsync(Stage stage, RecordedStorage storage, int day, int recipients)
    {
        var session = Sessions.On(2026, 10, day);
        session = session with { Id = ThaffFunctions.Programme.SessionId.Parse($"2026-10-tag-{day}")!.Value };
        await stage.PlanAsync(session);
        storage.Take();
        storage.TakeRows();
        await stage.TickAsync(Sessions.At(2026, 9, 9 + day, 9));
        Assert.Equal(recipients, (await stage.DeliveredAsync(CampaignId.Invitation(session.Id))).Count);
        var asked = await SettledAsync(storage);
        return new(asked, asked.CountBy(KindOf).ToDictionary(), storage.TakeRows());
    }

    /// <summary>Until the last message is handled.</summary>
    static async Task<IReadOnlyList<string>> SettledAsync(RecordedStorage storage)
    {
        List<string> asked = [];
        var quiet = 0;
        return await Stage.EventuallyAsync(() =>
        {
            var more = storage.Take();
            asked.AddRange(more);
            quiet = more.Count > 0 ? 0 : quiet + 1;
            return Task.FromResult(quiet >= 20 ? asked : null);
        });
    }

    /// <summary>All in one partition.</summary>
    static async Task AddAsync(Stage stage, int from, int count)
    {
        var store = stage.Service<SubscriberStore>();
        var rows = Enumerable.Range(0, int.MaxValue).Select(number => EmailAddress.Stored($"person{number}@firma.example"))
            .Select(email => new Subscriber(store.KeyOf(email), email, SubscriberState.Active, Preferences.Invitations))
            .Where(subscriber => subscriber.Key[0] == 'a').Skip(from).Take(count).Select(SubscriberRow.Of);
        var table = stage.Service<TableServiceClient>().GetTableClient(Tables.Subscribers);
        foreach (var some in rows.Chunk(TableRows.TransactionSize))
            await table.SubmitTransactionAsync(some.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));
    }

    static double PerMail(Recorded all, Recorded nobody) => all.Calls.Keys
        .Sum(kind => At(all, kind) - At(nobody, kind)) / (2.0 * Some);

    static int At(Recorded recorded, string kind) => recorded.Calls.GetValueOrDefault(kind);

    static string KindOf(string call) => Keys().Replace(Query().Replace(call, "()"), "(#)");

    /// <param name="Asked">Each request.</param>
    /// <param name="Calls">How many of each kind.</param>
    /// <param name="Rows">How many rows were read.</param>
    sealed record Recorded(IReadOnlyList<string> Asked, IReadOnlyDictionary<string, int> Calls, int Rows);

    [GeneratedRegex(@"\(\)\?.*")]
    private static partial Regex Query();

    [GeneratedRegex(@"\(PartitionKey=.*\).*")]
    private static partial Regex Keys();
}
