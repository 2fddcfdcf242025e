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
sealed partial class RecipientErasure(ISendGridClient client, ILogger<RecipientErasure> log)
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
                    "Beim Maildienst SendGrid darf die Anwendung nicht löschen: Bitte löschen Sie dort, oder warten Sie die Fristen ab, die unter /datenschutz stehen.",
                var status => $"Der Maildienst SendGrid hat die Löschung nicht angenommen ({(int)status}): Bitte löschen Sie später noch einmal.",
            };
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException
            || failure is OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            Log.NotReached(log, failure.GetType().Name);
            return "Der Maildienst SendGrid hat nicht geantwortet: Bitte löschen Sie später noch einmal.";
        }
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The mail service was not reached to erase a recipient: {Failure}")]
        public static partial void NotReached(ILogger log, string failure);
    }
}
