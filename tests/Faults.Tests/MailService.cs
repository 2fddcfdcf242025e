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
    readonly WebApplication web;
    readonly EventSigner signer;
    readonly Channel<IReadOnlyList<SentMail>> untold = Channel.CreateUnbounded<IReadOnlyList<SentMail>>();
    readonly CancellationTokenSource end = new();
    readonly HttpClient client = new();
    readonly Lock gate = new();
    readonly List<SentMail> accepted = [];
    readonly Task telling;

    MailService(WebApplication web, string folder, Func<Uri?> webhook, Func<DateTimeOffset> now)
    {
        (this.web, signer) = (web, new(folder));
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
    /// <param name="webhook">Where events go now; null while nobody can be told. They are kept until somebody is.</param>
    /// <param name="now">The app's time.</param>
    public static async Task<MailService> OpenAsync(string folder, Steps steps, Func<Uri?> webhook, Func<DateTimeOffset> now)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var web = builder.Build();
        EventSigner.PublicKey(folder);
        var service = new MailService(web, folder, webhook, now);
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
                while (!await TellAsync(mails, webhook(), now())) await Task.Delay(100, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // the test is over
        }
    }

    async Task<bool> TellAsync(IReadOnlyList<SentMail> mails, Uri? webhook, DateTimeOffset now)
    {
        if (webhook is null) return false;

        var events = new JsonArray([.. mails.SelectMany(mail => MailEvent.Fate(mail, now))]);
        var body = Encoding.UTF8.GetBytes(events.ToJsonString());
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
