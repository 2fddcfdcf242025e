using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.MailingList.SigningUp;

/// <summary>Every night: sign-ups that nobody confirmed in time are erased.</summary>
public sealed partial class EraseUnconfirmed(SubscriberErasureStore subscribers, ErasureRuns runs, IOptions<MailingListOptions> options,
    TimeProvider clock, ILogger<EraseUnconfirmed> log)
{
    [Function(nameof(EraseUnconfirmed))]
    public async Task Run([TimerTrigger("0 20 2 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var erased = await subscribers.EraseUnconfirmedAsync(clock.GetUtcNow().AddDays(-options.Value.ConfirmationDays), cancellation);
        await runs.NoteAsync(nameof(EraseUnconfirmed), erased, cancellation);
        if (erased > 0) Log.Erased(log, erased);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Erased {Count} sign-ups that were not confirmed in time")]
        public static partial void Erased(ILogger log, int count);
    }
}
