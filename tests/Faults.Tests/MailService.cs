using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using ThaffFunctions.LocalHost.Mail;

namespace ThaffFunctions.Faults.Tests;

/// <summary>
/// The mail service, which outlives the app: it accepts and refuses by SendGrid's rules, remembers what it accepted, and tells the app's
/// webhook until that answers.
/// </summary>
sealed class MailService : IAsyncDisposable
{
    /// <summary>Deliveries that never were, rows that are none, and no delivery at all.</summary>
    static readonly string[] s_unknown =
        ["deliveries/2026-10-nirgends.invitation.0/delivery-1", "sessions/2026/delivery-1", "registrations/x/seats", ""];

    readonly WebApplication web;
    readonly EventSigner signer;
    readonly Channel<IReadOnlyList<SentMail>> untold = Channel.CreateUnbounded<IReadOnlyList<SentMail>>();
    readonly CancellationTokenSource end = new();
    readonly HttpClient client = new();
    readonly Lock gate = new();
    readonly List<SentMail> accepted = [];
    readonly Task telling;

    readonly Events events;

    MailService(WebApplication web, string folder, Events events, Func<Uri?> webhook, Func<DateTimeOffset> now)
    {
        (this.web, signer, this.events) = (web, new(folder), events);
        telling = TellAsync(webhook, now);
    }

    public string Url => web.Urls.Single();

    /// <summary>What was accepted so far, oldest first.</summary>
    public IReadOnlyList<SentMail> Accepted
    {
        get
        {
            lock (gate) return [.. accepted];
        }
    }

    /// <param name="folder">Where the key lies that signs events.</param>
    /// <param name="steps">Each request to send is a step.</param>
    /// <param name="events">What is told of mails.</param>
    /// <param name="webhook">Where events go now; null while nobody can be told. They are kept until somebody is.</param>
    /// <param name="now">The app's time.</param>
    public static async Task<MailService> OpenAsync(string folder, Steps steps, Events events, Func<Uri?> webhook, Func<DateTimeOffset> now)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var web = builder.Build();
        EventSigner.PublicKey(folder);
        var service = new MailService(web, folder, events, webhook, now);
        web.Run(http => steps.PassAsync(http, () => service.SendAsync(http, now())));
        await web.StartAsync();
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await telling;
        await web.DisposeAsync();
        client.Dispose();
        end.Dispose();
    }

    async Task SendAsync(HttpContext http, DateTimeOffset now)
    {
        var request = (await JsonSerializer.DeserializeAsync<MailRequest>(http.Request.Body, MailRequest.Json))!;
        Assert.Empty(MailRules.Problems(request, now));
        var id = $"{Guid.NewGuid():N}";
        var mails = Delivery.Of(request, id, now);
        lock (gate) accepted.AddRange(mails);
        untold.Writer.TryWrite(mails);
        http.Response.Headers["X-Message-Id"] = id;
        http.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    async Task TellAsync(Func<Uri?> webhook, Func<DateTimeOffset> now)
    {
        try
        {
            await foreach (var mails in untold.Reader.ReadAllAsync(end.Token))
                foreach (var post in PostsOf(mails, now()))
                    while (!await TellAsync(post, webhook(), now())) await Task.Delay(100, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // the test is over
        }
    }

    /// <summary>The bodies of the posts that tell of the mails.</summary>
    IEnumerable<byte[]> PostsOf(IReadOnlyList<SentMail> mails, DateTimeOffset now)
    {
        JsonObject[] simulated = [.. mails.SelectMany(mail => MailboxSimulator.EventsOf(mail, now))];
        if (events == Events.Strange)
        {
            var unknown = s_unknown.Select(id => Unknown(simulated[0], id));
            yield return Body([.. simulated.Reverse().Select(one => one.DeepClone().AsObject()), .. unknown]);
        }

        yield return Body(simulated);
    }

    static byte[] Body(JsonObject[] told) => Encoding.UTF8.GetBytes(new JsonArray([.. told]).ToJsonString());

    static JsonObject Unknown(JsonObject like, string delivery)
    {
        var unknown = like.DeepClone().AsObject();
        (unknown["delivery"], unknown["email"]) = (delivery, "niemand@nirgends.example");
        return unknown;
    }

    async Task<bool> TellAsync(byte[] body, Uri? webhook, DateTimeOffset now)
    {
        if (webhook is null) return false;

        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } },
        };
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Signature", signer.Sign(timestamp, body));
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Timestamp", timestamp);
        try
        {
            using var answer = await client.SendAsync(request, end.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // killed or not yet started
        }
    }
}
