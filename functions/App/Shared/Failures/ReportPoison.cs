using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Shared.Mail.Notices;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Shared.Failures;

/// <summary>Messages that failed five times wait in a poison queue. Their number is logged, for alerts, and staff are told once a day while there are any.</summary>
public sealed partial class ReportPoison(QueueServiceClient queues, StaffNotices notices, TimeProvider clock, ILogger<ReportPoison> log)
{
    [Function(nameof(ReportPoison))]
    public async Task Run([TimerTrigger("0 8/15 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var found = new List<string>();
        foreach (var name in Queues.All.Split(';'))
        {
            var queue = queues.GetQueueClient(name + "-poison");
            if (!await queue.ExistsAsync(cancellation)) continue; // made by the host when it is needed

            var messages = (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
            Log.Counted(log, queue.Name, messages);
            if (messages > 0) found.Add($"{queue.Name}: {messages}");
        }

        if (found.Count == 0) return;

        var today = Berlin.Date(clock.GetUtcNow());
        await notices.TellAsync(new(
            $"poison|{today:yyyy-MM-dd}",
            "Vorgänge sind liegen geblieben",
            [
                "Die folgenden Vorgänge sind fünfmal gescheitert. E-Mails (deliveries) werden trotzdem einen Tag lang stündlich weiter versucht, alles andere nicht mehr von selbst.",
                "Bitte geben Sie diese Nachricht an die technische Betreuung weiter. Sie kommt täglich, bis diese Warteschlangen geprüft und geleert sind.",
            ],
            found), cancellation);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Queue} holds {Messages} messages")]
        public static partial void Counted(ILogger log, string queue, int messages);
    }
}
