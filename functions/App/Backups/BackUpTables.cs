using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Backups;

/// <summary>
/// Every night, writes all rows of all tables to another account, and deletes the backups that are old enough. Rows change meanwhile: a
/// backup is no snapshot over tables, and timers repair what does not match, as after a crash.
/// </summary>
public sealed partial class BackUpTables(
    BackupStore store, BackupBlobs files, RestoreMarks marks, ErasureRuns runs, IOptions<BackupOptions> options,
    TimeProvider clock, ILogger<BackUpTables> log)
{
    [Function(nameof(BackUpTables))]
    public async Task Run([TimerTrigger("0 30 1 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var begun = clock.GetUtcNow();
        var day = DateOnly.FromDateTime(begun.UtcDateTime);
        var rows = 0;
        foreach (var table in Tables.All.Split(';')) rows += await store.WriteAsync(day, table, cancellation);
        await files.CompleteAsync(new(day, begun), cancellation);
        Log.Written(log, rows);

        var keep = options.Value.KeepDays;
        await runs.NoteAsync(nameof(BackUpTables), await files.ForgetAsync(day.AddDays(-keep), cancellation), cancellation);
        await marks.ForgetAsync(begun.AddDays(-keep), cancellation);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Backed up {Rows} rows")]
        public static partial void Written(ILogger log, int rows);
    }
}
