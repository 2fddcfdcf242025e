using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.MailingList.Consents;

/// <summary>
/// Every night: who left the list long ago is erased, and with them the proofs that they had consented, which nobody may need any more.
/// Limitation runs from the end of the year (§ 199 (1) BGB), and so does the period.
/// </summary>
public sealed partial class EraseProofs(SubscriberErasureStore subscribers, ErasureRuns runs, IOptions<MailingListOptions> options,
    TimeProvider clock, ILogger<EraseProofs> log)
{
    [Function(nameof(EraseProofs))]
    public async Task Run([TimerTrigger("0 40 2 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var year = Berlin.Date(clock.GetUtcNow()).Year - options.Value.ProofYears;
        var erased = await subscribers.EraseLeftAsync(Berlin.AtOrAfter(new(year, 1, 1), TimeOnly.MinValue), cancellation);
        await runs.NoteAsync(nameof(EraseProofs), erased, cancellation);
        if (erased > 0) Log.Erased(log, erased);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Erased {Count} subscribers who left long ago, and the proofs of their consent")]
        public static partial void Erased(ILogger log, int count);
    }
}
