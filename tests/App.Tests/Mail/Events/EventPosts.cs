using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Mail.Deliveries;

namespace ThaffFunctions.Tests.Mail.Events;

/// <summary>A stage whose mails nobody settles but the posts of a test, signed as SendGrid signs them.</summary>
sealed class EventPosts : IAsyncDisposable
{
    public const string Ada = "ada@firma.example";

    EventPosts(ECDsa key, Stage stage) => (Key, Stage) = (key, stage);

    public ECDsa Key { get; }

    public Stage Stage { get; }

    public static async Task<EventPosts> OpenAsync(string? storage = null, Action<IServiceCollection>? replace = null)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var settings = new Dictionary<string, string>
        {
            ["SendGrid:WebhookPublicKey"] = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()),
            ["LocalHost:MailEventsPath"] = "/nobody-listens",
        };
        return new(key, await TestMails.OpenAsync(settings: settings, storage: storage, replace: replace));
    }

    public async Task<DeliveryId> SendingAsync()
    {
        var id = (await Stage.WriteAsync(TestMails.Kind, Ada))[0];
        await Stage.Service<DeliveryStore>().ClaimAsync([await Stage.FindAsync(id)], CancellationToken.None);
        return id;
    }

    public Dictionary<string, object?> Event(string name, DeliveryId? id, string? type = null, string? reason = null)
    {
        var one = new Dictionary<string, object?>
        {
            ["event"] = name,
            ["email"] = Ada,
            ["timestamp"] = Stage.Clock.GetUtcNow().ToUnixTimeSeconds(),
            ["sg_event_id"] = Convert.ToBase64String(Guid.NewGuid().ToByteArray()),
            ["delivery"] = id?.ToString(),
        };
        if (type is not null) one["type"] = type;
        if (reason is not null) one["reason"] = reason;
        return one;
    }

    public Task<HttpStatusCode> PostAsync(params Dictionary<string, object?>[] events) => PostRawAsync(JsonSerializer.Serialize(events));

    public Task<HttpStatusCode> PostRawAsync(string body, DateTimeOffset? at = null)
    {
        var timestamp = Seconds(at ?? Stage.Clock.GetUtcNow());
        return SendAsync(body, timestamp, Sign(Key, timestamp, body));
    }

    public async Task<HttpStatusCode> SendAsync(string body, string timestamp, string signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/mail-events")
        {
            Content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json")),
        };
        request.Headers.TryAddWithoutValidation("X-Twilio-Email-Event-Webhook-Signature", signature);
        request.Headers.TryAddWithoutValidation("X-Twilio-Email-Event-Webhook-Timestamp", timestamp);
        return (await Stage.Http.SendAsync(request)).StatusCode;
    }

    public static string Seconds(DateTimeOffset instant) => instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public static string Sign(ECDsa by, string timestamp, string body) => Convert.ToBase64String(
        by.SignData(Encoding.UTF8.GetBytes(timestamp + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

    public async ValueTask DisposeAsync()
    {
        await Stage.DisposeAsync();
        Key.Dispose();
    }
}
