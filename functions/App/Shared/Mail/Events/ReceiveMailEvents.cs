using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Forms;

namespace ThaffFunctions.Shared.Mail.Events;

/// <summary>SendGrid's signed event webhook: what became of the mails.</summary>
public sealed class ReceiveMailEvents(EventSignature signature, MailEvents events)
{
    /// <summary>SendGrid posts at most 768 KiB at once.</summary>
    const int MaxBytes = 1024 * 1024;

    [Function(nameof(ReceiveMailEvents))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mail-events")] HttpRequest request, CancellationToken cancellation)
    {
        if (await RequestBytes.ReadAsync(request, MaxBytes, cancellation) is not { } body) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (!signature.IsGenuine(request.Headers, body)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (Read(body) is not { } received) return Results.StatusCode(StatusCodes.Status400BadRequest);

        await events.ApplyAsync(received, cancellation);
        return Results.NoContent();
    }

    static List<MailEvent>? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<List<MailEvent?>>(body, JsonSerializerOptions.Web)?.OfType<MailEvent>().ToList();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
