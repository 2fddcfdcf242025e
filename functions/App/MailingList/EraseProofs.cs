using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ThaffFunctions.MailingList;

/// <summary>
/// Every night: who left the list long ago is erased, and with them the proof that they had consented, which nobody may need any more.
/// </summary>
public sealed partial class EraseProofs(SubscriberStore subscribers, IOptions<MailingListOptions> options, TimeProvider clock,
    ILogger<EraseProofs> log)
{
    [Function(nameof(EraseProofs))]
    public async Task Run([TimerTrigger("0 40 2 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var erased = await subscribers.EraseLeftAsync(clock.GetUtcNow().AddYears(-options.Value.ProofYears), cancellation);
        if (erased > 0) Log.Erased(log, erased);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Erased {Count} subscribers who left long ago, and the proofs of their consent")]
        public static partial void Erased(ILogger log, int count);
    }
}
