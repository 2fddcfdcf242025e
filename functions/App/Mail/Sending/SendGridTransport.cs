using System.Globalization;
using System.Net;
using SendGrid;

namespace ThaffFunctions.Mail.Sending;

/// <summary>SendGrid's v3 API.</summary>
sealed class SendGridTransport(ISendGridClient client, SendGridMessages messages, TimeProvider clock) : IMailTransport
{
    static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    static readonly TimeSpan UsualWait = TimeSpan.FromMinutes(1);

    public async Task<SendOutcome> SendAsync(MailRequest request)
    {
        try
        {
            return await OutcomeOfAsync(await client.SendEmailAsync(messages.Of(request), CancellationToken.None));
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError is
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
        {
            return new SendOutcome.TemporaryFailure($"Der Maildienst ist nicht erreichbar ({failure.HttpRequestError}).");
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
        {
            return new SendOutcome.NoAnswer();
        }
    }

    async Task<SendOutcome> OutcomeOfAsync(Response response)
    {
        var status = response.StatusCode;
        if (status == HttpStatusCode.Accepted) return new SendOutcome.Accepted(Header(response, "X-Message-Id"));
        if (status == HttpStatusCode.TooManyRequests) return Throttled(response);
        if (status == HttpStatusCode.GatewayTimeout) return new SendOutcome.NoAnswer(); // a proxy gave up waiting for the service

        // A wrong key is our mistake, not the mail's: it is tried for a day, in which the key can be put right.
        var another = status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.RequestTimeout
            || (int)status >= 500;
        var refused = another ? null : SendGridRefusal.Read((int)status, await response.Body.ReadAsStringAsync());
        return refused ?? (SendOutcome)new SendOutcome.TemporaryFailure(SendGridWords.OfFault((int)status));
    }

    SendOutcome.Throttled Throttled(Response response)
    {
        var now = clock.GetUtcNow();
        var reset = long.TryParse(Header(response, "X-RateLimit-Reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : (now + UsualWait).ToUnixTimeSeconds();
        var until = DateTimeOffset.FromUnixTimeSeconds(
            Math.Clamp(reset, now.ToUnixTimeSeconds() + 1, (now + LongestWait).ToUnixTimeSeconds()));
        return new(until, until - now);
    }

    static string? Header(Response response, string name) =>
        response.Headers is { } headers && headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
