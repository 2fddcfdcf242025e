using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Operations.Setup;
using ThaffFunctions.Privacy;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Web.Forms;

namespace ThaffFunctions.Backups;

/// <summary>
/// For operators, behind the function key: puts back those rows of a backup that are missing. Then it repeats what must not be undone: who
/// was erased since is erased again, who left the mailing list since leaves again. After a crash it may be called again.
/// </summary>
public sealed partial class RestoreTables(
    BackupStore store, BackupBlobs files, StorageSetup setup, ErasureMarks marks, PersonalData persons,
    IEnumerable<IFollowsRestore> followers, ILogger<RestoreTables> log)
{
    const int MaxBytes = 4096;

    [Function(nameof(RestoreTables))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/operator/restore")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (await RequestBytes.ReadAsync(request, MaxBytes, cancellation) is not { } body || Read(body) is not { } asked)
            return Results.Problem("""Expected: {"night": "2026-11-29"}, or {} for the last one.""", statusCode: StatusCodes.Status400BadRequest);
        if (await files.FindAsync(asked.Day, cancellation) is not { } night)
            return Results.Problem("There is no complete backup of that night.", statusCode: StatusCodes.Status404NotFound);

        await setup.CreateMissingAsync();
        var isErased = await marks.SinceAsync(night.Begun, cancellation);
        var (rows, unreadable, erased) = (0, 0, new Dictionary<string, EmailAddress>());
        foreach (var table in Tables.All.Split(';'))
        {
            var restored = await store.RestoreAsync(night, table, row => Note(row, isErased, erased), cancellation);
            (rows, unreadable) = (rows + restored.Added, unreadable + restored.Unreadable);
        }

        foreach (var follower in followers) await follower.FollowAsync(night.Begun, cancellation);
        foreach (var address in erased.Values) await persons.EraseMarkedAsync(address, cancellation);

        Log.Restored(log, rows, night.Name, erased.Count, unreadable);
        return Results.Json(new { night = night.Name, rows, unreadable, erasedAgain = erased.Count });
    }

    /// <summary>Whoever is stored anywhere is stored with the address in a row of their own.</summary>
    static void Note(TableEntity row, Predicate<EmailAddress> isErased, Dictionary<string, EmailAddress> erased)
    {
        if (row["Email"] is not string { Length: > 0 } stored) return;

        var address = EmailAddress.Stored(stored);
        if (isErased(address)) erased[address.Canonical] = address;
    }

    /// <summary>Null if the body is not what is expected.</summary>
    static Asked? Read(byte[] body)
    {
        try
        {
            var night = JsonSerializer.Deserialize<Question>(body, JsonSerializerOptions.Web)?.Night;
            return night is null ? new(null) : BackupDay.Parse(night) is { } day ? new(day) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    sealed record Question(string? Night);

    sealed record Asked(DateOnly? Day);

    static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Rows} rows of the backup of {Night} were put back; {Erased} persons were erased again; {Unreadable} lines could not be read")]
        public static partial void Restored(ILogger log, int rows, string night, int erased, int unreadable);
    }
}
