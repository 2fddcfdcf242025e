using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration;

/// <summary>Every night, what is known of the persons of sessions long past is erased (DSGVO Art. 5(1)e); counts are kept.</summary>
public sealed partial class EraseRegistrations(
    ProgrammeQuery programme, HeadcountStore headcounts, RegistrationStore store, IOptions<RegistrationOptions> options, TimeProvider clock,
    ILogger<EraseRegistrations> log)
{
    [Function(nameof(EraseRegistrations))]
    public async Task Run([TimerTrigger("0 50 2 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var before = clock.GetUtcNow().AddDays(-options.Value.RetentionDays);
        var past = (await programme.AllAsync(cancellation)).Where(session => session.End <= before);
        await OneByOne.ForEachAsync(past, session => EraseAsync(session, cancellation), cancellation);
    }

    async Task EraseAsync(Session session, CancellationToken cancellation)
    {
        await headcounts.KeepForGoodAsync(session, cancellation); // cut off half-way, the next run finds it and goes on erasing
        var rows = await store.EraseAsync(session.Id, cancellation);
        if (rows > 0) Log.Erased(log, session.Id, rows);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Rows} rows about persons of {Session} are erased")]
        public static partial void Erased(ILogger log, SessionId session, int rows);
    }
}
