using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SendGrid;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Mail.Sending;

/// <summary>
/// Asks SendGrid to erase what it keeps about a recipient (POST /v3/recipients/erasejob). Only a key that was given that right may; whoever
/// erases a person is told what to do otherwise.
/// </summary>
public sealed partial class RecipientErasure(ISendGridClient client, ILogger<RecipientErasure> log)
{
    /// <returns>What is left for people to do; null if SendGrid took the job.</returns>
    public async Task<string?> AskAsync(EmailAddress address, CancellationToken cancellation)
    {
        try
        {
            var body = JsonSerializer.Serialize(new { email_addresses = new[] { address.Value } });
            var answer = await client.RequestAsync(
                BaseClient.Method.POST, body, urlPath: "recipients/erasejob", cancellationToken: cancellation);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK or HttpStatusCode.Accepted => null,
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound =>
                    "The key may not erase recipients' data at SendGrid: do it there, or wait for the periods the privacy notice names.",
                var status => $"SendGrid did not take the erasure ({(int)status}): repeat it later.",
            };
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException
            || failure is OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            Log.NotReached(log, failure.GetType().Name);
            return "SendGrid did not answer: repeat the erasure later.";
        }
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The mail service was not reached to erase a recipient: {Failure}")]
        public static partial void NotReached(ILogger log, string failure);
    }
}
