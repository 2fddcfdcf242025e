using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Headcounts;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.PersonalData;

/// <summary>
/// Every night, what is known of the persons of sessions long past or cancelled is erased (DSGVO Art. 5(1)e). Counts of past sessions are
/// kept; a cancelled one starts anew if it takes place after all.
/// </summary>
public sealed partial class EraseRegistrations(
    ProgrammeQuery programme, HeadcountStore headcounts, PersonalRowStore personal, ErasureRuns runs, IOptions<RegistrationOptions> options,
    TimeProvider clock, ILogger<EraseRegistrations> log)
{
    [Function(nameof(EraseRegistrations))]
    public async Task Run([TimerTrigger("0 50 2 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var over = (await programme.AllAsync(cancellation)).Where(session => options.Value.EndFor(session) <= now);
        var erased = 0;
        await IndependentItems.ForEachAsync(over, async session => erased += await EraseAsync(session, cancellation), cancellation);
        await runs.NoteAsync(nameof(EraseRegistrations), erased, cancellation);
    }

    async Task<int> EraseAsync(Session session, CancellationToken cancellation)
    {
        // cut off half-way, the next run finds it and goes on erasing
        if (!session.IsCancelled) await headcounts.KeepForGoodAsync(session, cancellation);
        var rows = await personal.EraseAsync(session.Id, cancellation);
        if (session.IsCancelled) await personal.ForgetSeatsAsync(session.Id, cancellation); // last: they count the rows that were there
        if (rows > 0) Log.Erased(log, session.Id, rows);
        return rows;
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Rows} rows about persons of {Session} are erased")]
        public static partial void Erased(ILogger log, SessionId session, int rows);
    }
}
