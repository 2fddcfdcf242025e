using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.MailingList;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.MailingList;

namespace ThaffFunctions.Tests.Mail.Events;

public sealed class MailEventsTests : IAsyncLifetime
{
    const string Ada = "ada@firma.example";

    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    Stage stage = null!;

    public async Task InitializeAsync() => stage = await TestMails.OpenAsync(settings: Settings());

    Dictionary<string, string> Settings() => new()
    {
        ["SendGrid:WebhookPublicKey"] = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()),
        ["LocalHost:MailEventsPath"] = "/nobody-listens",
    };

    public async Task DisposeAsync()
    {
        await stage.DisposeAsync();
        key.Dispose();
    }

    [Theory]
    [InlineData("processed", DeliveryState.Sent)]
    [InlineData("deferred", DeliveryState.Sent)]
    [InlineData("delivered", DeliveryState.Delivered)]
    [InlineData("bounce", DeliveryState.Bounced)]
    [InlineData("dropped", DeliveryState.Bounced)]
    [InlineData("spamreport", DeliveryState.Delivered)]
    [InlineData("group_resubscribe", DeliveryState.Sending)]
    [InlineData("something_new", DeliveryState.Sending)]
    public async Task An_event_settles_a_mail_without_an_answer(string name, DeliveryState state)
    {
        var id = await SendingAsync();

        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(Event(name, id)));

        Assert.Equal(state, (await stage.FindAsync(id)).State);
    }

    [Fact]
    public async Task Events_in_one_post_and_in_any_order_end_in_the_furthest_stage()
    {
        var id = await SendingAsync();

        await PostAsync(Event("bounce", id, reason: "550 no ada@firma.example here"), Event("delivered", id), Event("processed", id));

        var bounced = await stage.FindAsync(id);
        Assert.Equal((DeliveryState.Bounced, "bounce 550"), (bounced.State, bounced.Reason));
    }

    [Theory]
    [InlineData("bounce", "550 5.1.1 User Ada Löwe unknown; 10.4.5.6 says no", "bounce 550 5.1.1")]
    [InlineData("bounce", "Das Postfach von Ada Löwe ist voll (452-4.2.2).", "bounce 452 4.2.2")]
    [InlineData("bounce", "Mailbox ada551x of Löwe, Haus 17, 99084 Erfurt", "bounce")]
    [InlineData("bounce", null, "bounce")]
    [InlineData("dropped", "Bounced Address", "dropped Bounced Address")]
    [InlineData("dropped", "Spam Content of Ada Löwe", "dropped")]
    public async Task Why_a_mail_came_back_is_kept_in_codes_alone(string name, string? reason, string kept)
    {
        var id = await SendingAsync();

        await PostAsync(Event(name, id, reason: reason));

        Assert.Equal(kept, (await stage.FindAsync(id)).Reason);
    }

    [Theory]
    [InlineData("bounce", "bounce", null, true, true)]
    [InlineData("bounce", null, null, true, true)]
    [InlineData("bounce", "blocked", null, false, false)]
    [InlineData("dropped", null, "Bounced Address", true, true)]
    [InlineData("dropped", null, "Invalid", true, true)]
    [InlineData("dropped", null, "Spam Reporting Address", false, true)]
    [InlineData("dropped", null, "Unsubscribed Address", false, true)]
    [InlineData("dropped", null, "Spam Content (if Spam Checker app is enabled)", false, false)]
    [InlineData("spamreport", null, null, false, true)]
    [InlineData("unsubscribe", null, null, false, true)]
    [InlineData("group_unsubscribe", null, null, false, true)]
    [InlineData("deferred", null, null, false, false)]
    [InlineData("delivered", null, null, false, false)]
    public async Task Some_events_say_that_an_address_must_not_be_mailed(string name, string? type, string? reason, bool everything,
        bool mailingList)
    {
        await PostAsync(Event(name, await SendingAsync(), type: type, reason: reason));

        Assert.Equal((everything, mailingList),
            (await IsSuppressedAsync(SuppressionScope.Everything), await IsSuppressedAsync(SuppressionScope.MailingList)));
    }

    [Theory]
    [InlineData("bounce", "bounce")]
    [InlineData("spamreport", null)]
    [InlineData("unsubscribe", null)]
    public async Task A_hard_bounce_or_a_complaint_ends_the_subscription_and_its_proof_follows_the_period(string name, string? type)
    {
        await stage.AddActiveAsync(Ada);
        var sent = Event(name, await SendingAsync(), type: type);

        await PostAsync(sent);
        await PostAsync(sent);

        var subscriber = await stage.SubscriberAsync(Ada);
        Assert.Equal((SubscriberState.Left, stage.Clock.GetUtcNow()), (subscriber!.State, subscriber.LeftAt!.Value));
        Assert.Single(await stage.ConsentsAsync(Ada));
        stage.Clock.SetUtcNow(stage.Clock.GetUtcNow().AddYears(4)); // three, from the end of the year
        await stage.FireAsync("EraseProofs");
        Assert.Null(await stage.SubscriberAsync(Ada));
    }

    [Fact]
    public async Task Of_a_sign_up_whose_mailbox_does_not_exist_nothing_is_kept()
    {
        await stage.SubscribeAsync(Ada);
        await stage.ConfirmationAsync(Ada);

        await PostAsync(Event("bounce", await SendingAsync(), type: "bounce"));

        Assert.Null(await stage.SubscriberAsync(Ada));
    }

    [Fact]
    public async Task A_full_mailbox_ends_nothing()
    {
        await stage.AddActiveAsync(Ada);

        await PostAsync(Event("bounce", await SendingAsync(), type: "blocked"));

        Assert.Equal(SubscriberState.Active, (await stage.SubscriberAsync(Ada))!.State);
    }

    [Fact]
    public async Task An_event_that_comes_twice_counts_once()
    {
        var left = Event("unsubscribe", await SendingAsync());
        await PostAsync(left);
        // subscribed again
        await stage.Service<Suppression>().AllowMailingListAsync(EmailAddress.Stored("Ada@firma.example"), CancellationToken.None);

        await PostAsync(left);

        Assert.False(await IsSuppressedAsync(SuppressionScope.MailingList));
    }

    [Fact]
    public async Task A_new_consent_does_not_bring_back_a_mailbox_that_does_not_exist()
    {
        await PostAsync(Event("bounce", await SendingAsync()));

        await stage.Service<Suppression>().AllowMailingListAsync(EmailAddress.Stored(Ada), CancellationToken.None);

        Assert.True(await IsSuppressedAsync(SuppressionScope.MailingList));
    }

    [Fact]
    public async Task Events_about_unknown_mails_and_without_fields_are_taken_and_change_nothing()
    {
        var answer = await PostRawAsync(
            """[{"event":"delivered","sg_event_id":"a","delivery":"deliveries/x/delivery-1"},{"event":"delivered","sg_event_id":"b/+=","delivery":"../.."},{},null]""");

        Assert.Equal(HttpStatusCode.NoContent, answer);
    }

    [Fact]
    public async Task An_event_that_cannot_be_read_does_not_hold_up_the_others_of_its_post()
    {
        var id = await SendingAsync();
        var good = JsonSerializer.Serialize(Event("delivered", id));

        Assert.Equal(HttpStatusCode.NoContent, await PostRawAsync($$"""[{"event":"delivered","timestamp":"gestern"},1,{{good}}]"""));

        Assert.Equal(DeliveryState.Delivered, (await stage.FindAsync(id)).State);
    }

    [Theory]
    [InlineData("")]
    [InlineData("kein JSON")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""[{"timestamp":"gestern"}]""")]
    [InlineData("null")]
    public async Task What_cannot_be_read_is_refused(string body) => Assert.Equal(HttpStatusCode.BadRequest, await PostRawAsync(body));

    [Fact]
    public async Task What_is_too_large_is_refused() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostRawAsync($"[{new string(' ', 1024 * 1024)}]"));

    [Fact]
    public async Task Forged_or_old_posts_are_refused_and_change_nothing()
    {
        var id = await SendingAsync();
        var body = JsonSerializer.Serialize(new[] { Event("delivered", id) });
        var now = Seconds(stage.Clock.GetUtcNow());
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        HttpStatusCode[] answers =
        [
            await SendAsync(body, now, Sign(stranger, now, body)),
            await SendAsync(body + " ", now, Sign(key, now, body)),
            await SendAsync(body, Seconds(stage.Clock.GetUtcNow().AddSeconds(1)), Sign(key, now, body)),
            await SendAsync(body, now, "nicht base64!"),
            await SendAsync(body, now, "AAAA"), // base64, but no signature
            await SendAsync(body, now, ""),
            await SendAsync(body, "gestern", Sign(key, "gestern", body)),
            await PostRawAsync(body, stage.Clock.GetUtcNow() - TimeSpan.FromHours(25.01)),
            await PostRawAsync(body, stage.Clock.GetUtcNow() + TimeSpan.FromSeconds(301)),
        ];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Forbidden, answer));
        Assert.Equal(DeliveryState.Sending, (await stage.FindAsync(id)).State);
        Assert.Equal(HttpStatusCode.NoContent, await PostRawAsync(body, stage.Clock.GetUtcNow() - TimeSpan.FromHours(24.9)));
    }

    [Fact]
    public async Task A_post_of_a_sender_whose_clock_is_a_little_ahead_is_taken() =>
        Assert.Equal(HttpStatusCode.NoContent, await PostRawAsync("[]", stage.Clock.GetUtcNow() + TimeSpan.FromSeconds(299)));

    [Fact]
    public async Task Events_that_name_foreign_rows_or_tables_are_ignored_and_the_others_of_the_post_are_not()
    {
        var id = await SendingAsync();
        var tables = stage.Service<TableServiceClient>();
        await tables.GetTableClient(Tables.Sessions).AddEntityAsync(new TableEntity("programme", "2026-10-x") { ["Title"] = "fremd" });
        await tables.GetTableClient(Tables.Deliveries)
            .AddEntityAsync(new TableEntity(TestMails.Partition, "content") { ["Notice"] = "{}" });
        await tables.GetTableClient(Tables.Deliveries).AddEntityAsync(
            new TableEntity(TestMails.Partition, "delivery-0000-kaputt") { ["State"] = "Sending", ["Attempts"] = "viele" });
        string[] foreign =
        [
            "sessions/programme/2026-10-x", "sessions/programme/delivery-1", $"deliveries/{TestMails.Partition}/content",
            $"deliveries/{TestMails.Partition}/delivery-0000-kaputt", "deliveries/a?b#c/delivery-1", "deliveries/a\\b/delivery-1",
            "deliveries/a\tb/delivery-1", $"deliveries/{new string('x', 2000)}/delivery-1", "gibtesnicht/a/delivery-1",
            "deliveries/gibtesnicht/delivery-1", "documents/2026/delivery-1", "a b/c/delivery-1", "../../..", "",
        ];

        var answer = await PostAsync([.. foreign.Select(one => With(Event("delivered", null), one)), Event("delivered", id)]);

        Assert.Equal(HttpStatusCode.NoContent, answer);
        Assert.Equal(DeliveryState.Delivered, (await stage.FindAsync(id)).State);

        static Dictionary<string, object?> With(Dictionary<string, object?> one, string delivery)
        {
            one["delivery"] = delivery;
            return one;
        }
    }

    [Fact]
    public async Task Thousands_of_events_of_a_campaign_take_some_dozen_calls_to_storage()
    {
        const int Mails = 2000;
        var account = await StorageEmulator.NewAccountAsync();
        var storage = new FaultyStorage(isDone: false);
        await using var busy = await TestMails.OpenAsync(
            settings: Settings(), storage: account, replace: services => storage.Replace(services, account, retries: 3));
        var ids = await busy.WriteAsync(TestMails.Kind, [.. Enumerable.Range(0, Mails).Select(n => $"p{n}@firma.example")]);
        var events = ids.SelectMany((id, n) => new[] { "processed", "delivered", "open" }.Select(name =>
            $$"""{"event":"{{name}}","sg_event_id":"{{name}}{{n}}","delivery":"{{id}}"}"""));
        var before = storage.Calls;

        Assert.Equal(HttpStatusCode.NoContent, await PostRawAsync($"[{string.Join(',', events)}]", to: busy));

        Assert.InRange(storage.Calls - before, 2, 2 * Mails / 100 + 10);
        Assert.Equal(Mails, (await busy.CountAsync())[DeliveryState.Delivered]);
    }

    [Fact]
    public async Task Thousands_of_bounces_suppress_their_addresses_together()
    {
        const int Bounces = 1000;
        var account = await StorageEmulator.NewAccountAsync();
        var storage = new FaultyStorage(isDone: false);
        await using var busy = await TestMails.OpenAsync(
            settings: Settings(), storage: account, replace: services => storage.Replace(services, account, retries: 3));
        var events = Enumerable.Range(0, Bounces).Select(n =>
            $$"""{"event":"bounce","sg_event_id":"{{n}}","email":"p{{n}}@firma.example","timestamp":1}""");
        var before = storage.Calls;

        Assert.Equal(HttpStatusCode.NoContent, await PostRawAsync($"[{string.Join(',', events)}]", to: busy));

        // and the mailing list looks once into each of its 256 partitions
        Assert.InRange(storage.Calls - before, 2, Bounces / 5 + 256);
        Assert.True(await busy.Service<Suppression>().IsSuppressedAsync(
            EmailAddress.Stored($"p{Bounces - 1}@firma.example"), SuppressionScope.MailingList, CancellationToken.None));
    }

    [Fact]
    public async Task Events_are_forgotten_when_their_repetition_would_be_refused()
    {
        await PostAsync([.. Enumerable.Range(0, 120).Select(_ => Event("unsubscribe", null))]);
        Assert.Equal(120, await SeenAsync());

        stage.Clock.Advance(TimeSpan.FromDays(2));
        await stage.FireAsync("ForgetMailEvents");
        Assert.Equal(120, await SeenAsync());
        stage.Clock.Advance(TimeSpan.FromDays(2));
        await stage.FireAsync("ForgetMailEvents");
        Assert.Equal(0, await SeenAsync());
    }

    async Task<DeliveryId> SendingAsync()
    {
        var id = (await stage.WriteAsync(TestMails.Kind, Ada))[0];
        await stage.Service<DeliveryStore>().ClaimAsync([await stage.FindAsync(id)], CancellationToken.None);
        return id;
    }

    Dictionary<string, object?> Event(string name, DeliveryId? id, string? type = null, string? reason = null)
    {
        var one = new Dictionary<string, object?>
        {
            ["event"] = name,
            ["email"] = Ada,
            ["timestamp"] = stage.Clock.GetUtcNow().ToUnixTimeSeconds(),
            ["sg_event_id"] = Convert.ToBase64String(Guid.NewGuid().ToByteArray()),
            ["delivery"] = id?.ToString(),
        };
        if (type is not null) one["type"] = type;
        if (reason is not null) one["reason"] = reason;
        return one;
    }

    Task<HttpStatusCode> PostAsync(params Dictionary<string, object?>[] events) => PostRawAsync(JsonSerializer.Serialize(events));

    Task<HttpStatusCode> PostRawAsync(string body, DateTimeOffset? at = null, Stage? to = null)
    {
        var timestamp = Seconds(at ?? stage.Clock.GetUtcNow());
        return SendAsync(body, timestamp, Sign(key, timestamp, body), to);
    }

    async Task<HttpStatusCode> SendAsync(string body, string timestamp, string signature, Stage? to = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/mail-events")
        {
            Content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json")),
        };
        request.Headers.TryAddWithoutValidation("X-Twilio-Email-Event-Webhook-Signature", signature);
        request.Headers.TryAddWithoutValidation("X-Twilio-Email-Event-Webhook-Timestamp", timestamp);
        return (await (to ?? stage).Http.SendAsync(request)).StatusCode;
    }

    Task<bool> IsSuppressedAsync(SuppressionScope scope) =>
        stage.Service<Suppression>().IsSuppressedAsync(EmailAddress.Stored("ADA@firma.example"), scope, CancellationToken.None);

    async Task<int> SeenAsync() =>
        await stage.Service<TableServiceClient>().GetTableClient(Tables.MailEvents).QueryAsync<TableEntity>().CountAsync();

    static string Seconds(DateTimeOffset instant) => instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    static string Sign(ECDsa by, string timestamp, string body) => Convert.ToBase64String(
        by.SignData(Encoding.UTF8.GetBytes(timestamp + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
}
