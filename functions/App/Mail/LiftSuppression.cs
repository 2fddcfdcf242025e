using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Mail;

/// <summary>
/// For operators, behind the function key: an address may be mailed again, such as when its mailbox is there again. The reason is kept with
/// the row.
/// </summary>
public sealed partial class LiftSuppression(Suppression suppression, ILogger<LiftSuppression> log)
{
    const int MostBytes = 4096, LongestReason = 500;

    [Function(nameof(LiftSuppression))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/operator/suppression")] HttpRequest request,
        CancellationToken cancellation)
    {
        var question = await RequestBytes.ReadAsync(request, MostBytes, cancellation) is { } body ? Read(body) : null;
        if (EmailAddress.Read(question?.Address).Address is not { } address
            || question!.Reason?.Trim() is not { Length: > 0 and <= LongestReason } reason)
            return Results.Problem("""Expected: {"address": "name@example.org", "reason": "why, naming nobody"}.""",
                statusCode: StatusCodes.Status400BadRequest);

        var lifted = await suppression.LiftAsync(address, reason, cancellation);
        if (lifted) Log.Lifted(log);
        return Results.Json(new { lifted });
    }

    static Question? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<Question>(body, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    sealed record Question(string? Address, string? Reason);

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "An operator allowed mails to an address that was suppressed")]
        public static partial void Lifted(ILogger log);
    }
}
