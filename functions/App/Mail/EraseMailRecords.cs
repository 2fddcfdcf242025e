using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThaffFunctions.Mail.Notices;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail;

/// <summary>Every night: suppressed addresses and notices to staff that are older than they need be are erased.</summary>
public sealed partial class EraseMailRecords(
    Suppression suppression, StaffNotices notices, ErasureRuns runs, IOptions<MailRecordOptions> options, TimeProvider clock,
    ILogger<EraseMailRecords> log)
{
    [Function(nameof(EraseMailRecords))]
    public async Task Run([TimerTrigger("0 25 2 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var addresses = await suppression.EraseAsync(now.AddYears(-options.Value.SuppressionYears), cancellation);
        var told = await notices.EraseAsync(now.AddDays(-options.Value.NoticeDays), cancellation);
        await runs.NoteAsync(nameof(EraseMailRecords), addresses + told, cancellation);
        if (addresses + told > 0) Log.Erased(log, addresses, told);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Erased {Addresses} suppressed addresses and {Notices} notices to staff")]
        public static partial void Erased(ILogger log, int addresses, int notices);
    }
}
