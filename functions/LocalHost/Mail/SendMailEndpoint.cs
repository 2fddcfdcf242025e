using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary><c>POST /v3/mail/send</c>: takes mail as SendGrid would, refuses what it refuses, and fails when told to.</summary>
sealed class SendMailEndpoint(Mailbox mailbox, MailEvents events, ToldMails told, Faults faults, TimeProvider clock,
    IHostApplicationLifetime lifetime)
{
    const long MaxBytes = 30 * 1024 * 1024;
    const int RequestsPerMinute = 600;

    public async Task SendAsync(HttpContext http)
    {
        var fault = faults.Next();
        if (fault is { Kind: FaultKind.TimeoutBefore or FaultKind.Cut or FaultKind.TooManyRequests or FaultKind.ServerError })
            await FailAsync(fault, http);
        else if (!AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var authorization)
            || authorization is not { Scheme: "Bearer", Parameter.Length: > 0 })
            await RefuseAsync(http, StatusCodes.Status401Unauthorized,
                MailProblems.Of("The provided authorization grant is invalid, expired, or revoked"));
        else if (!http.Request.HasJsonContentType())
            await RefuseAsync(http, StatusCodes.Status415UnsupportedMediaType, MailProblems.Of("Content-Type should be application/json."));
        else if (await ReadAsync(http) is { } request)
            await TakeAsync(request, fault, http);
    }

    async Task TakeAsync(MailRequest request, Fault? fault, HttpContext http)
    {
        var now = clock.GetUtcNow();
        if (MailRules.Problems(request, now).ToArray() is { Length: > 0 } problems)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, new(problems));
            return;
        }

        var messageId = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray())[..22];
        var mails = Delivery.Of(request, messageId, now);
        if (fault?.Kind == FaultKind.NoEvents) told.Note(mails);
        mailbox.Add(mails);
        if (fault?.Kind != FaultKind.NoEvents) events.Announce(mails);
        if (fault?.Kind == FaultKind.TimeoutAfter) await UntilTheCallerGivesUp(http);

        http.Response.Headers["X-Message-Id"] = messageId;
        ShowLimit(http, RequestsPerMinute - 1, now.AddMinutes(1));
        http.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    async Task FailAsync(Fault fault, HttpContext http)
    {
        switch (fault.Kind)
        {
            case FaultKind.Cut:
                http.Abort();
                break;
            case FaultKind.TimeoutBefore:
                await UntilTheCallerGivesUp(http);
                break;
            case FaultKind.TooManyRequests:
                ShowLimit(http, 0, clock.GetUtcNow().AddSeconds(fault.ResetAfterSeconds));
                await RefuseAsync(http, StatusCodes.Status429TooManyRequests, MailProblems.Of("too many requests"));
                break;
            default:
                await RefuseAsync(http, StatusCodes.Status500InternalServerError, MailProblems.Of("Internal Server Error"));
                break;
        }
    }

    /// <summary>The request, or <see langword="null"/> when it could not be read and was refused.</summary>
    static async Task<MailRequest?> ReadAsync(HttpContext http)
    {
        LimitedBody.Limit(http.Request, MaxBytes);
        try
        {
            using var json = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            var missing = NullRule.Broken(json.RootElement);
            if (missing is null && json.Deserialize<MailRequest>(MailRequest.Json) is { } request) return request;
            await RefuseAsync(http, StatusCodes.Status400BadRequest, new([new("Bad Request", missing)]));
        }
        catch (JsonException problem)
        {
            var field = problem.Path?.TrimStart('$').Replace('[', '.').Replace("]", "", StringComparison.Ordinal).Trim('.');
            await RefuseAsync(http, StatusCodes.Status400BadRequest, new([new("Bad Request", string.IsNullOrEmpty(field) ? null : field)]));
        }
        catch (BadHttpRequestException)
        {
            await RefuseAsync(http, StatusCodes.Status413PayloadTooLarge,
                MailProblems.Of("The JSON payload you have included in your request is too large."));
        }

        return null;
    }

    static Task RefuseAsync(HttpContext http, int status, MailProblems problems)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(problems);
    }

    static void ShowLimit(HttpContext http, int remaining, DateTimeOffset reset)
    {
        http.Response.Headers["X-RateLimit-Limit"] = RequestsPerMinute.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["X-RateLimit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["X-RateLimit-Reset"] = reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    }

    async Task UntilTheCallerGivesUp(HttpContext http)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        await Task.Delay(Timeout.Infinite, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
