using ThaffFunctions.Mail.Deliveries;

namespace ThaffFunctions.Tests.Mail.Recovery;

/// <summary>The gap between the mail service's acceptance and our row.</summary>
public sealed class ExpiredClaimTests
{
    const string Ada = "ada@firma.example";

    static readonly Dictionary<string, string> Impatient = new() { ["SendGrid:TimeoutSeconds"] = "1" };
    static readonly Dictionary<string, string> WithoutEvents = new(Impatient) { ["LocalHost:MailEventsPath"] = "/nobody-listens" };

    [Fact]
    public async Task A_mail_that_was_accepted_without_an_answer_is_settled_by_events_and_not_sent_again()
    {
        await using var stage = await TestMails.OpenAsync(settings: Impatient);
        await stage.FailAsync("timeoutAfter");

        var id = await stage.QueueAsync(Ada);

        await stage.ReachesAsync(id, DeliveryState.Delivered);
        stage.Clock.Advance(TimeSpan.FromHours(2));
        await stage.FireAsync("RecoverDeliveries");
        Assert.Equal(DeliveryState.Delivered, (await stage.FindAsync(id)).State);
        Assert.Single(await stage.MailsAsync());
    }

    [Theory]
    [InlineData("timeoutBefore")]
    [InlineData("cut")]
    public async Task A_mail_that_got_lost_is_sent_once_more_after_the_grace_time(string fault)
    {
        await using var stage = await TestMails.OpenAsync(settings: Impatient);
        await stage.FailAsync(fault);

        var id = (await stage.WriteAsync(TestMails.Kind, Ada))[0];
        await stage.FireAsync("DeliverMail", id.ToString());

        stage.Clock.Advance(TimeSpan.FromMinutes(29));
        await stage.FireAsync("RecoverDeliveries");
        Assert.Equal(DeliveryState.Sending, (await stage.FindAsync(id)).State);
        Assert.Empty(await stage.MailsAsync());
        stage.Clock.Advance(TimeSpan.FromMinutes(2));
        await stage.FireAsync("RecoverDeliveries");
        await stage.ReachesAsync(id, DeliveryState.Delivered);
        Assert.Single(await stage.MailsAsync());
    }

    [Fact]
    public async Task A_mail_that_never_gets_an_answer_is_sent_five_times_more_each_after_a_longer_grace_and_then_reported()
    {
        await using var stage = await TestMails.OpenAsync(settings: WithoutEvents);
        await stage.FailAsync("timeoutAfter", count: 6);
        var id = (await stage.WriteAsync(TestMails.Kind, Ada))[0];
        await stage.FireAsync("DeliverMail", id.ToString());

        for (var (sent, grace) = (1, 30); sent <= 5; sent++, grace *= 2)
        {
            stage.Clock.Advance(TimeSpan.FromMinutes(grace - 1));
            await stage.FireAsync("RecoverDeliveries");
            var waiting = await stage.FindAsync(id);
            Assert.Equal((DeliveryState.Sending, sent), (waiting.State, waiting.Attempts));
            stage.Clock.Advance(TimeSpan.FromMinutes(2));
            await stage.FireAsync("RecoverDeliveries");
            await Stage.EventuallyAsync(async () =>
                await stage.FindAsync(id) is { State: DeliveryState.Sending } again && again.Attempts == sent + 1);
            await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Ada)).Count == sent + 1);
        }

        stage.Clock.Advance(TimeSpan.FromMinutes(961));
        await stage.FireAsync("RecoverDeliveries");
        await stage.FireAsync("RecoverDeliveries");

        Assert.Equal(DeliveryState.Failed, (await stage.FindAsync(id)).State);
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync("redaktion@thaff.example")).Count == 1);
        Assert.Equal(6, (await stage.MailsAsync(Ada)).Count);
    }

    [Fact]
    public async Task An_event_that_comes_while_the_mail_waits_to_be_sent_once_more_prevents_it()
    {
        await using var stage = await TestMails.OpenAsync(settings: WithoutEvents);
        await stage.FailAsync("timeoutAfter");
        var id = (await stage.WriteAsync(TestMails.Kind, Ada))[0];
        await stage.FireAsync("DeliverMail", id.ToString());
        await stage.Service<DeliveryStore>().ChangeAsync(id, delivery => delivery.AfterExpiredClaim(), CancellationToken.None);

        await stage.Service<DeliveryStore>().ChangeAsync(id, delivery => delivery.Proven(DeliveryState.Sent, null), CancellationToken.None);
        await stage.FireAsync("DeliverMail", id.ToString());

        Assert.Single(await stage.MailsAsync());
    }
}
