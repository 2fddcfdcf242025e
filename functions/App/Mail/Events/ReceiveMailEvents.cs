using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Shared.Web.Forms;

namespace ThaffFunctions.Mail.Events;

/// <summary>SendGrid's signed event webhook: what became of the mails.</summary>
public sealed partial class ReceiveMailEvents(EventSignature signature, EventEffects effects, ILogger<ReceiveMailEvents> log)
{
    /// <summary>SendGrid posts at most 768 KiB at once.</summary>
    const int MaxBytes = 1024 * 1024;

    [Function(nameof(ReceiveMailEvents))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mail-events")] HttpRequest request, CancellationToken cancellation)
    {
        if (await RequestBytes.ReadAsync(request, MaxBytes, cancellation) is not { } body)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (!signature.IsGenuine(request.Headers, body)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (Read(body) is not { } received) return Results.StatusCode(StatusCodes.Status400BadRequest);

        await effects.ApplyAsync(received, cancellation);
        return Results.NoContent();
    }

    /// <summary>
    /// A post without a readable event is refused. One unreadable event among others is left out: repeating the post would not mend it and
    /// would hold up the rest.
    /// </summary>
    List<MailEvent>? Read(byte[] body)
    {
        try
        {
            if (JsonSerializer.Deserialize<List<JsonElement>>(body) is not { } all) return null;

            List<MailEvent> read = [.. all.Select(ReadOne).OfType<MailEvent>()];
            if (read.Count < all.Count) Log.Unreadable(log, all.Count - read.Count, all.Count);
            return read.Count > 0 || all.Count == 0 ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static MailEvent? ReadOne(JsonElement element)
    {
        try
        {
            return element.Deserialize<MailEvent>(JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Count} of {All} events of the mail service could not be read")]
        public static partial void Unreadable(ILogger log, int count, int all);
    }
}
