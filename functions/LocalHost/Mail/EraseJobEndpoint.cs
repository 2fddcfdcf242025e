using System.Text.Json;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary><c>POST /v3/recipients/erasejob</c>: forgets the mails to some addresses, which SendGrid does within days.</summary>
sealed class EraseJobEndpoint(Mailbox mailbox)
{
    public async Task EraseAsync(HttpContext http)
    {
        if (await ReadAsync(http) is not { Count: > 0 } addresses)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsJsonAsync(MailProblems.Of("email_addresses must be a list of addresses"));
            return;
        }

        mailbox.Erase(addresses);
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        await http.Response.WriteAsJsonAsync(new { job_id = Guid.NewGuid() });
    }

    /// <summary>The addresses; <see langword="null"/> if the body holds no list of them.</summary>
    static async Task<List<string>?> ReadAsync(HttpContext http)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            return json.RootElement.GetProperty("email_addresses").Deserialize<List<string>>();
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
