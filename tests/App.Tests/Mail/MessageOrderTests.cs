using Azure.Storage.Queues;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Registration.Changes;
using ThaffFunctions.Registration.Pending;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Campaigns;
using ThaffFunctions.Tests.Registration;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Mail;

/// <summary>
/// Queues promise at least once and no order. Here messages are kept back and handed over in reverse, each twice, and all of them once more
/// when everything is long done.
/// </summary>
public sealed class MessageOrderTests
{
    static readonly (string Queue, string Function)[] Queued =
    [
        (Queues.Applications, nameof(SettleApplication)), (Queues.SessionChanges, nameof(FollowProgramme)),
        (Queues.CampaignExpansions, nameof(ExpandCampaign)), (Queues.DeliveryBatches, nameof(DeliverBatch)),
        (Queues.Deliveries, nameof(DeliverMail)),
    ];

    [Fact]
    public async Task Messages_in_reverse_order_twice_and_late_lose_no_mail_and_double_none()
    {
        await using var stage = await Stage.OpenAsync(InvitationDay,
            settings: Queued.ToDictionary(one => $"AzureWebJobs.{one.Function}.Disabled", _ => "true"));
        await stage.PlanAsync(October with { Seats = 2 });
        await stage.AddActiveAsync(40);
        List<(string Function, string Message)> all = [];
        foreach (var person in new[] { Person.Ada, Person.Bo, Person.Cem }) await stage.RegisterAsync(person);
        await stage.TickAsync();
        await HandOverAsync(stage, all);
        await stage.PlanAsync(October with { Seats = 2, Place = "Kammer, Gera", Revision = 1 });
        await stage.FireAsync(nameof(FollowProgramme), October.Id.Value);
        stage.Clock.Advance(TimeSpan.FromMinutes(16));
        await stage.FireAsync(nameof(FollowProgramme), October.Id.Value);
        await HandOverAsync(stage, all);
        var once = await CountsAsync(stage);

        stage.Clock.Advance(TimeSpan.FromHours(20));
        foreach (var (function, message) in all.AsEnumerable().Reverse()) await stage.FireAsync(function, message);
        await HandOverAsync(stage, all);
        await stage.TickAsync();

        Assert.Equal(40 + 3 + 3, once.Count); // invitations; confirmations; the change
        Assert.All(once, mail => Assert.Equal(1, mail.Value));
        Assert.Equal(once, await CountsAsync(stage));
        Assert.Equal(CampaignState.Done, (await stage.CampaignAsync(Invitation))!.State);
        Assert.True(all.Count > 20, $"Only {all.Count} messages were kept back.");
    }

    /// <summary>Until no message is left: the newest first, each twice.</summary>
    static async Task HandOverAsync(Stage stage, List<(string Function, string Message)> all)
    {
        while (true)
        {
            List<(string Function, string Message)> some = [];
            foreach (var (queue, function) in Queued)
                foreach (var message in await TakeAsync(stage, queue)) some.Add((function, message));
            if (some.Count == 0) return;

            all.AddRange(some);
            foreach (var (function, message) in some.AsEnumerable().Reverse().SelectMany(one => new[] { one, one }))
                await stage.FireAsync(function, message);
        }
    }

    static async Task<IReadOnlyList<string>> TakeAsync(Stage stage, string name)
    {
        var queue = stage.Service<QueueServiceClient>().GetQueueClient(name);
        List<string> taken = [];
        while ((await queue.ReceiveMessagesAsync(32)).Value is [_, ..] messages)
        {
            foreach (var message in messages)
            {
                taken.Add(message.MessageText);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }
        }

        return taken;
    }

    /// <summary>How often each person got each mail; staff's notices are left out.</summary>
    static async Task<SortedDictionary<string, int>> CountsAsync(Stage stage) => new(
        (await stage.MailsAsync()).Where(mail => !mail.To.StartsWith("redaktion@", StringComparison.Ordinal))
            .CountBy(mail => $"{mail.To}: {mail.Subject}").ToDictionary(), StringComparer.Ordinal);
}
