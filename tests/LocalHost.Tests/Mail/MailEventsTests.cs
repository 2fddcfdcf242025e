using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LocalHost.Tests.Fixtures;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LocalHost.Tests.Mail;

/// <summary>The app learns by SendGrid's signed event webhook what became of its mails.</summary>
public sealed class MailEventsTests : IAsyncLifetime
{
    readonly Inbox _inbox = new();
    Stage _stage = null!;

    public async Task InitializeAsync() => _stage = await StartAsync();

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task A_mail_is_processed_then_delivered_and_the_events_carry_its_custom_arguments()
    {
        var messageId = await SendAsync("ada@example.org");

        var events = await ToldAsync(2);

        Assert.Equal(["processed", "delivered"], events.Select(one => (string)one["event"]!));
        Assert.All(events, one =>
        {
            Assert.Equal("ada@example.org", (string)one["email"]!);
            Assert.Equal("d1", (string)one["delivery"]!);
            Assert.StartsWith(messageId, (string)one["sg_message_id"]!, StringComparison.Ordinal);
            Assert.True((long)one["timestamp"]! > 0);
        });
        Assert.Equal(2, events.Select(one => (string)one["sg_event_id"]!).Distinct().Count());
    }

    [Fact]
    public async Task Events_are_signed_over_timestamp_and_raw_body_with_the_configured_key()
    {
        await SendAsync("ada@example.org");
        await ToldAsync(2);

        Assert.All(_inbox.Posts, post => Assert.True(post.SignatureHolds));
    }

    [Theory]
    [InlineData("bounce.example", "processed", "bounce")]
    [InlineData("dropped.example", "dropped")]
    [InlineData("spam.example", "processed", "delivered", "spamreport")]
    public async Task Mail_to_some_domains_fares_otherwise(string domain, params string[] fate)
    {
        await SendAsync($"ada@{domain}");

        Assert.Equal(fate, (await ToldAsync(fate.Length)).Select(one => (string)one["event"]!));
    }

    [Fact]
    public async Task Events_come_again_until_the_app_answers_well()
    {
        _inbox.Refuse(2);
        await SendAsync("ada@example.org");

        await ToldAsync(2);

        Assert.Equal(3, _inbox.Posts.Count);
        Assert.Single(_inbox.Posts.SelectMany(post => post.Events).Where(one => (string)one["event"]! == "delivered")
            .Select(one => (string)one["sg_event_id"]!).Distinct());
    }

    [Fact]
    public async Task A_chosen_event_can_be_sent_for_a_mail()
    {
        await SendAsync("ada@example.org");
        await ToldAsync(2);
        var mail = (string)(await _stage.MailsAsync())[0]!["id"]!;

        var answer = await _stage.Http.PostAsJsonAsync("/_local/events", new { mail, @event = "spamreport", sg_event_id = "chosen" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(204, (int)(await JsonNode.ParseAsync(await answer.Content.ReadAsStreamAsync()))!["status"]!);
        var told = (await ToldAsync(3))[^1];
        Assert.Equal("spamreport", (string)told["event"]!);
        Assert.Equal("chosen", (string)told["sg_event_id"]!);
        Assert.Equal("d1", (string)told["delivery"]!);
        Assert.Equal(HttpStatusCode.NotFound,
            (await _stage.Http.PostAsJsonAsync("/_local/events", new { mail = "unknown", @event = "bounce" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _stage.Http.PostAsJsonAsync("/_local/events", new { mail })).StatusCode);
    }

    [Fact]
    public async Task Events_can_be_held_back()
    {
        await _stage.Http.PostAsync("/_local/faults", new StringContent("""{ "kind": "noEvents" }"""));
        await SendAsync("silent@example.org");
        await SendAsync("ada@example.org");

        Assert.All(await ToldAsync(2), one => Assert.Equal("ada@example.org", (string)one["email"]!));
    }

    [Fact]
    public async Task What_was_not_told_before_the_host_stopped_is_told_after_the_next_start()
    {
        using var folder = new TestFolder();
        var setting = $"--LocalHost:DataFolder={folder.Path}";
        _inbox.Refuse(1_000);
        await using (var first = await StartAsync(setting))
        {
            await SendAsync("late@example.org", first);
            await Eventually.See(() => _inbox.Posts.Count, count => count > 0);
        }

        _inbox.Refuse(0);
        await using var second = await StartAsync(setting);

        Assert.All(await ToldAsync(2), one => Assert.Equal("late@example.org", (string)one["email"]!));
    }

    Task<Stage> StartAsync(params string[] settings) =>
        Stage.StartAsync([typeof(Webhook)], settings, builder => builder.Services.AddSingleton(_inbox));

    async Task<string> SendAsync(string to, Stage? stage = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/mail/send")
        {
            Headers = { Authorization = new("Bearer", "SG.key") },
            Content = JsonContent.Create(new
            {
                personalizations = new[] { new { to = new[] { new { email = to } }, custom_args = new { delivery = "d1" } } },
                from = new { email = "office@example.org" },
                subject = "Hello",
                content = new[] { new { type = "text/plain", value = "hello" } },
            }),
        };
        return (await (stage ?? _stage).Http.SendAsync(request)).Headers.GetValues("X-Message-Id").Single();
    }

    Task<IReadOnlyList<JsonNode>> ToldAsync(int count) => Eventually.See(() => _inbox.Accepted, events => events.Count >= count);
}

public sealed record Post(IReadOnlyList<JsonNode> Events, bool SignatureHolds, bool Accepted);

public sealed class Inbox
{
    readonly ConcurrentQueue<Post> _posts = new();
    int _refusals;

    public IReadOnlyList<Post> Posts => [.. _posts];

    public IReadOnlyList<JsonNode> Accepted => [.. _posts.Where(post => post.Accepted).SelectMany(post => post.Events)];

    public void Refuse(int times) => _refusals = times;

    public bool Take(IReadOnlyList<JsonNode> events, bool signatureHolds)
    {
        var accepted = Interlocked.Decrement(ref _refusals) < 0;
        _posts.Enqueue(new(events, signatureHolds, accepted));
        return accepted;
    }
}

public sealed class Webhook(Inbox inbox, IConfiguration configuration)
{
    [Function("MailEvents")]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mail-events")] HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(configuration["SendGrid:WebhookPublicKey"]!), out _);
        byte[] signed = [.. Encoding.UTF8.GetBytes(request.Headers["X-Twilio-Email-Event-Webhook-Timestamp"].ToString()),
            .. body.ToArray()];
        var holds = key.VerifyData(
            signed, Convert.FromBase64String(request.Headers["X-Twilio-Email-Event-Webhook-Signature"].ToString()),
            HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        var events = JsonNode.Parse(body.ToArray())!.AsArray().Select(one => one!).ToArray();
        return inbox.Take(events, holds) ? Results.NoContent() : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}
