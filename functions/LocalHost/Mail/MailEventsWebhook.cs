using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>Posts signed events to the app's webhook.</summary>
sealed class MailEventsWebhook(IConfiguration configuration, OwnPort address, TimeProvider clock) : IDisposable
{
    readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    readonly EventSigner _signer = new(configuration.DataFolder());
    readonly string _url = address.Url + (configuration[SettingNames.MailEventsPath] ?? "/api/mail-events");

    /// <summary>The status of the answer; <see langword="null"/> if there was no answer.</summary>
    public async Task<HttpStatusCode?> PostAsync(JsonArray events, CancellationToken cancellation)
    {
        var body = Encoding.UTF8.GetBytes(events.ToJsonString());
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post,
            _url)
        { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } } };
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Signature", _signer.Sign(timestamp, body));
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Timestamp", timestamp);
        try
        {
            using var answer = await _http.SendAsync(request, cancellation);
            return answer.StatusCode;
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();
}
