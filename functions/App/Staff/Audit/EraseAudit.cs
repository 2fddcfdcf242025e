using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Staff.Audit;

/// <summary>Every night: entries of the audit that are older than they are kept.</summary>
public sealed partial class EraseAudit(
    AuditStore audit, ErasureRuns runs, IOptions<StaffOptions> options, TimeProvider clock, ILogger<EraseAudit> log)
{
    [Function(nameof(EraseAudit))]
    public async Task Run([TimerTrigger("0 50 2 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var erased = await audit.EraseBeforeAsync(clock.GetUtcNow().AddYears(-options.Value.AuditYears), cancellation);
        await runs.NoteAsync(nameof(EraseAudit), erased, cancellation);
        if (erased > 0) Log.Erased(log, erased);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Erased {Count} entries of the audit")]
        public static partial void Erased(ILogger log, int count);
    }
}
