using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThaffFunctions.Mail.Notices;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Operations.Failures;

/// <summary>
/// Messages that failed five times wait in a poison queue; staff are told once a day while there are any. Those whose work was done since
/// are removed before. The length of every queue is logged: the alerts of infra/modules/alerts.bicep read these lines, by these words.
/// </summary>
public sealed partial class ReportPoison(
    QueueServiceClient queues, CompletedPoison finished, StaffNotices notices, IOptions<SiteOptions> site, TimeProvider clock,
    ILogger<ReportPoison> log)
{
    [Function(nameof(ReportPoison))]
    public async Task Run([TimerTrigger("0 8/15 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        await finished.RemoveAsync(cancellation);
        var found = new List<string>();
        foreach (var name in Queues.All.Split(';'))
        {
            await CountAsync(name, cancellation);
            if (await CountAsync(name + Queues.Poison, cancellation) is > 0 and var messages)
                found.Add($"{name}{Queues.Poison}: {messages}");
        }

        if (found.Count == 0) return;

        var today = Berlin.Date(clock.GetUtcNow());
        await notices.TellAsync(new(
            $"poison|{today:yyyy-MM-dd}",
            "Vorgänge sind liegen geblieben",
            [
                "Die folgenden Vorgänge sind fünfmal gescheitert. E-Mails werden trotzdem einen Tag lang stündlich weiter "
                + "versucht. Was sich inzwischen von selbst erledigt hat, steht nicht mehr in dieser Liste.",
                "In der Redaktion steht, was im Einzelnen nicht geschehen ist. Dort lassen Sie es noch einmal versuchen oder nehmen es als "
                + $"erledigt aus der Liste: {site.Value.Link(DecideOnLeftBehind.Path)}",
                "Scheitert etwas wieder, geben Sie diese Nachricht bitte an die technische Betreuung weiter. Sie kommt täglich, bis nichts "
                + "mehr wartet.",
            ],
            found), cancellation);
    }

    async Task<int?> CountAsync(string queue, CancellationToken cancellation)
    {
        // a poison queue may be missing: elsewhere than in Azure the host makes it when it is needed
        var messages = await queues.LengthAsync(queue, cancellation);
        if (messages is { } count) Log.Counted(log, queue, count);
        return messages;
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Queue} holds {Messages} messages")]
        public static partial void Counted(ILogger log, string queue, int messages);
    }
}
