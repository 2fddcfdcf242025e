using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using SendGrid;
using SendGrid.Helpers.Mail;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Shared.Storage;
using EmailAddress = ThaffFunctions.Shared.EmailAddress;

namespace ThaffFunctions.Tests.Mail.Sending;

public sealed class DeliverMailTests
{
    const string Ada = "ada@firma.example";

    [Fact]
    public async Task A_queued_delivery_becomes_one_mail_and_events_tell_that_it_arrived()
    {
        await using var stage = await TestMails.OpenAsync();

        var id = await stage.QueueAsync(Ada);

        var delivery = await stage.ReachesAsync(id, DeliveryState.Delivered);
        Assert.Equal(1, delivery.Attempts);
        var mail = Assert.Single(await stage.MailsAsync());
        Assert.Equal((Ada, "Sprache im Betrieb", "praxisaustausch@thaff.example"), (mail.To, mail.Subject, mail.From));
        Assert.Equal("Guten Tag\n\nbis bald: https://thaff.example/termin\n", mail.Text);
        Assert.StartsWith("<!DOCTYPE html>", mail.Html, StringComparison.Ordinal);
        Assert.Equal(new Dictionary<string, string>
        {
            ["Auto-Submitted"] = "auto-generated",
            ["X-Auto-Response-Suppress"] = "OOF, AutoReply",
        }, mail.Headers);
        Assert.Empty(mail.Attachments);
    }

    [Fact]
    public async Task Nothing_but_the_delivery_is_told_to_the_mail_service_and_it_must_not_track()
    {
        SendGridMessage? sent = null;
        var client = new Mock<ISendGridClient>();
        client.Setup(one => one.SendEmailAsync(It.IsAny<SendGridMessage>(), It.IsAny<CancellationToken>()))
            .Callback((SendGridMessage message, CancellationToken _) => sent = message)
            .ReturnsAsync(() => Answer(HttpStatusCode.Accepted));
        await using var stage = await TestMails.OpenAsync(replace: services => services.AddSingleton(client.Object));

        var id = await stage.QueueAsync(Ada);

        await stage.ReachesAsync(id, DeliveryState.Sent);
        var request = JsonNode.Parse(sent!.Serialize())!;
        Assert.Equal($$"""{"delivery":"{{id}}"}""", request["personalizations"]![0]!["custom_args"]!.ToJsonString());
        Assert.Equal("""["probe"]""", request["categories"]!.ToJsonString());
        Assert.Equal(["text/plain", "text/html"], request["content"]!.AsArray().Select(part => part!["type"]!.GetValue<string>()));
        Assert.Equal(
            """{"click_tracking":{"enable":false,"enable_text":false},"open_tracking":{"enable":false},"subscription_tracking":{"enable":false},"ganalytics":{"enable":false}}""",
            request["tracking_settings"]!.ToJsonString());
    }

    [Fact]
    public async Task A_calendar_entry_is_attached_with_a_bare_type()
    {
        await using var stage = await TestMails.OpenAsync(mail => mail with { Calendar = new("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n") });

        await stage.ReachesAsync(await stage.QueueAsync(Ada), DeliveryState.Delivered);

        var mail = Assert.Single(await stage.MailsAsync());
        Assert.Equal(("termin.ics", "text/calendar"), (mail.Attachments[0].Filename, mail.Attachments[0].Type));
        Assert.Equal("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", mail.Calendar);
    }

    [Fact]
    public async Task Mails_to_subscribers_can_be_unsubscribed_by_one_click()
    {
        await using var stage = await TestMails.OpenAsync(mail =>
            mail with { UnsubscribeLink = new("https://thaff.example/abmelden?t=x") });

        await stage.ReachesAsync(await stage.QueueAsync(Ada), DeliveryState.Delivered);

        var mail = Assert.Single(await stage.MailsAsync());
        Assert.Equal("ThAFF Praxisaustausch <newsletter.localhost>", mail.Headers["List-Id"]);
        Assert.Equal("<https://thaff.example/abmelden?t=x>", mail.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
    }

    [Fact]
    public async Task Messages_that_come_twice_and_to_two_instances_at_once_make_one_mail()
    {
        await using var stage = await TestMails.OpenAsync();
        await using var other = await TestMails.OpenAsync(
            storage: stage.Storage, settings: new() { ["SendGrid:Host"] = stage.Http.BaseAddress!.ToString() });
        var id = (await stage.WriteAsync(TestMails.Kind, Ada))[0];

        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => (n % 2 == 0 ? stage : other).FireAsync("DeliverMail", id.ToString())));

        Assert.True((await stage.FindAsync(id)).IsSettled());
        Assert.Single(await stage.MailsAsync());
    }

    [Fact]
    public async Task A_wait_that_the_mail_service_asks_for_is_kept_and_does_not_count()
    {
        await using var stage = await TestMails.OpenAsync();
        await stage.FailAsync("429", resetAfterSeconds: 2);
        var asked = stage.Clock.GetUtcNow();

        var id = await stage.QueueAsync(Ada);
        await Stage.EventuallyAsync(async () => (await stage.FindAsync(id)).QueuedAt > asked);

        var waiting = await stage.FindAsync(id);
        Assert.Equal((DeliveryState.Queued, 0, asked.AddSeconds(2)), (waiting.State, waiting.Attempts, waiting.QueuedAt));
        Assert.Empty(await stage.MailsAsync());
        stage.Clock.Advance(TimeSpan.FromSeconds(3));
        await stage.ReachesAsync(id, DeliveryState.Delivered);
        Assert.Single(await stage.MailsAsync());
    }

    [Fact]
    public async Task While_the_mail_service_asks_to_wait_no_instance_asks_it_again()
    {
        DateTimeOffset until = default;
        var transport = new RecordingTransport(() => new SendOutcome.Throttled(until, TimeSpan.FromHours(1)));
        await using var one = await TestMails.OpenAsync(replace: transport.Replace);
        await using var two = await TestMails.OpenAsync(replace: transport.Replace, storage: one.Storage);
        until = one.Clock.GetUtcNow().AddHours(1);
        var ids = await one.WriteAsync(TestMails.Kind, Ada, "bo@firma.example", "cem@firma.example");

        foreach (var id in ids) await one.FireAsync("DeliverMail", id.ToString());
        foreach (var id in ids) await two.FireAsync("DeliverMail", id.ToString());
        foreach (var stage in new[] { one, two }) stage.Clock.Advance(TimeSpan.FromMinutes(59));
        await two.FireAsync("RecoverDeliveries");
        await two.FireAsync("DeliverMail", ids[2].ToString());
        Assert.Single(transport.Requests);
        Assert.All(ids.Select(one.FindAsync),
            queued => Assert.Equal((DeliveryState.Queued, 0), (queued.Result.State, queued.Result.Attempts)));

        two.Clock.Advance(TimeSpan.FromMinutes(1));
        await two.FireAsync("DeliverMail", ids[2].ToString());
        Assert.Equal(2, transport.Requests.Count);
    }

    [Fact]
    public async Task A_mail_that_is_refused_for_good_is_marked_with_the_reason_and_staff_are_told()
    {
        await using var stage = await TestMails.OpenAsync();

        var id = await stage.QueueAsync("niemand@nirgends");

        var failed = await stage.ReachesAsync(id, DeliveryState.Failed);
        Assert.Equal("Der Maildienst nimmt die E-Mail nicht an (SendGrid 400; personalizations.0.to.0.email: Does not contain a valid address).", failed.Reason);
        var notice = await Stage.EventuallyAsync(async () => (await stage.MailsAsync("redaktion@thaff.example")).SingleOrDefault());
        Assert.Equal("Nachrichten konnten nicht versandt werden", notice.Subject);
        Assert.Contains("- probe, zuletzt versucht am 1. September 2026, 10:00 Uhr", notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("niemand", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_tries_a_mails_message_is_in_the_poison_queue_and_an_hour_later_it_is_tried_again()
    {
        await using var stage = await TestMails.OpenAsync();
        await stage.FailAsync("500", count: 5);

        var id = await stage.QueueAsync(Ada);

        await Stage.EventuallyAsync(async () => (await stage.FindAsync(id)).IsResting());
        var poison = stage.Service<QueueServiceClient>().GetQueueClient(Queues.Deliveries + "-poison");
        var message = await Stage.EventuallyAsync<string>(async () =>
            await poison.ExistsAsync() ? (await poison.PeekMessageAsync()).Value?.Body.ToString() : null);
        Assert.Equal(id.ToString(), message);
        Assert.Empty(await stage.MailsAsync(Ada));
        await Stage.EventuallyAsync(async () =>
            (await stage.MailsAsync("redaktion@thaff.example")).Any(mail => mail.Subject == "Nachrichten verspäten sich"));

        await stage.FireAsync("RecoverDeliveries");
        stage.Clock.Advance(TimeSpan.FromMinutes(75));
        await stage.FireAsync("RecoverDeliveries");
        await stage.ReachesAsync(id, DeliveryState.Delivered);
        Assert.Single(await stage.MailsAsync(Ada));
    }

    [Fact]
    public async Task After_an_error_of_the_mail_service_the_host_tries_again()
    {
        await using var stage = await TestMails.OpenAsync();
        await stage.FailAsync("500");

        var id = await stage.QueueAsync(Ada);

        Assert.Equal(2, (await stage.ReachesAsync(id, DeliveryState.Delivered)).Attempts);
        Assert.Single(await stage.MailsAsync());
    }

    [Fact]
    public async Task A_composer_that_breaks_five_times_fails_the_delivery()
    {
        await using var stage = await TestMails.OpenAsync(_ => throw new InvalidOperationException("broken for ada@firma.example"));
        var id = (await stage.WriteAsync(TestMails.Kind, Ada))[0];

        for (var tries = 1; tries <= RetryPolicy.MaxAttempts; tries++)
        {
            Assert.Equal(DeliveryState.Queued, (await stage.FindAsync(id)).State);
            await stage.FailsAsync("DeliverMail", id.ToString());
        }

        Assert.Equal("Die Nachricht konnte nicht erstellt werden (InvalidOperationException).",
            (await stage.ReachesAsync(id, DeliveryState.Failed)).Reason);
    }

    [Fact]
    public async Task Who_is_gone_or_must_not_be_mailed_is_skipped()
    {
        await using var stage = await TestMails.OpenAsync(mail => mail.To.Value == Ada ? null : mail);
        await stage.Service<Suppression>().SuppressAsync(EmailAddress.Stored("Bo@firma.example"), SuppressionScope.Everything,
            CancellationToken.None);
        var ids = await stage.WriteAsync(TestMails.Kind, Ada, "bo@firma.example");

        foreach (var id in ids) await stage.FireAsync("DeliverMail", id.ToString());

        Assert.All(ids.Select(stage.FindAsync), one => Assert.Equal(DeliveryState.Skipped, one.Result.State));
        Assert.Empty(await stage.MailsAsync());
    }

    [Fact]
    public async Task Who_left_the_mailing_list_still_gets_mails_about_a_registration()
    {
        await using var stage = await TestMails.OpenAsync(mail =>
            mail.To.Value == Ada ? mail with { UnsubscribeLink = new("https://thaff.example/x") } : mail);
        foreach (var address in new[] { Ada, "bo@firma.example" })
            await stage.Service<Suppression>().SuppressAsync(EmailAddress.Stored(address), SuppressionScope.MailingList,
                CancellationToken.None);
        var ids = await stage.WriteAsync(TestMails.Kind, Ada, "bo@firma.example");

        foreach (var id in ids) await stage.FireAsync("DeliverMail", id.ToString());

        Assert.Equal("bo@firma.example", Assert.Single(await stage.MailsAsync()).To);
    }

    [Fact]
    public async Task A_message_about_nothing_is_done_with()
    {
        await using var stage = await TestMails.OpenAsync();

        await stage.FireAsync("DeliverMail", "deliveries/nirgends/delivery-0");

        Assert.Empty(await stage.MailsAsync());
    }

    static Response Answer(HttpStatusCode status, params (string Name, string Value)[] headers)
    {
        var answer = new HttpResponseMessage(status);
        foreach (var (name, value) in headers) answer.Headers.Add(name, value);
        return new(status, new StringContent("{}", MediaTypeHeaderValue.Parse("application/json")), answer.Headers);
    }
}
