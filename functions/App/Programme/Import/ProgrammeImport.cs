using Azure;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Mail.Notices;
using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Programme.Staff;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Programme.Import;

/// <summary>Brings a file of container <c>programme</c> into the programme: all of it as a difference, or nothing and a report.</summary>
public sealed partial class ProgrammeImport(
    BlobServiceClient blobs, ProgrammeStore store, FailedFiles failed, StaffNotices notices, ProgrammeAnnouncement announcement,
    TimeProvider clock, ILogger<ProgrammeImport> log)
{
    /// <summary>
    /// How often the import starts again because the file or the programme changed meanwhile. Beyond this, something rewrites the file
    /// endlessly.
    /// </summary>
    const int Attempts = 50;

    static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    /// <summary>
    /// Repeats reading and conditional writing until the file's current ETag is the one that was applied. So the newest file wins, however
    /// late and in whatever order events come, and whoever else imports at the same time. A file that is gone changes nothing.
    /// </summary>
    /// <param name="name">The file in the container.</param>
    /// <param name="cancellation">Gives up; done again later, it comes to the same end.</param>
    /// <param name="asOf">When what is new counts as published; now, if left out.</param>
    public async Task ImportAsync(string name, CancellationToken cancellation, DateTimeOffset? asOf = null)
    {
        var applied = default(ETag);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await store.AllWithDeletedAsync(cancellation);
            if (await ReadAsync(name, cancellation) is not { } upload || upload.ETag == applied)
            {
                await announcement.TellAsync(cancellation);
                return;
            }

            if (await TryApplyAsync(upload, stored, asOf, cancellation)) applied = upload.ETag;
        }

        throw new InvalidOperationException($"Programme file {name} did not come to rest."); // the host tries again later
    }

    /// <summary>Looks at the files put lately once more, in case an event got lost; what was applied before changes nothing.</summary>
    public async Task ImportLatelyPutAsync(CancellationToken cancellation)
    {
        var since = clock.GetUtcNow() - Lately;
        var files = blobs.GetBlobContainerClient(Containers.Programme).GetBlobsAsync(cancellationToken: cancellation)
            .Where(blob => blob.Properties.LastModified >= since);
        await IndependentItems.ForEachAsync(files, blob => ImportAsync(blob.Name, cancellation), cancellation);
        await announcement.TellAsync(cancellation);
    }

    /// <summary>Puts a file into the container, as staff may do themselves, and imports it at once.</summary>
    public async Task PutAsync(string name, byte[] bytes, CancellationToken cancellation)
    {
        await blobs.GetBlobContainerClient(Containers.Programme).GetBlobClient(name)
            .UploadAsync(new BinaryData(bytes), overwrite: true, cancellation);
        await ImportAsync(name, cancellation);
    }

    /// <summary>What a file would do if it were put into the container now.</summary>
    internal async Task<ProgrammePreview> PreviewAsync(string name, byte[] bytes, CancellationToken cancellation)
    {
        var file = ProgrammeFile.Read(name, bytes);
        var stored = await store.AllWithDeletedAsync(cancellation);
        var changes = Changes(new(name, default, DateTimeOffset.MaxValue, file), stored, clock.GetUtcNow());
        var written = changes.Where(change => change.IsWritten).ToList();
        List<Session> deleted = [.. StillDeleted(file.Sessions, stored)];
        return new(file.Problems, [.. written.Where(change => change.Fields.Count > 0)],
            file.Sessions.Count - deleted.Count - written.Count(change => change.Fields.Count > 0),
            [.. NotInFile(name, file.Sessions, stored).Select(session => session.Id)], deleted,
            [.. changes.SelectMany(change => change.Cases)], SessionWarnings.Of(changes, InProgramme(stored), clock.GetUtcNow()));
    }

    /// <summary>Whether nothing is left to do for a file as it is now.</summary>
    public async Task<bool> IsAppliedAsync(string name, CancellationToken cancellation)
    {
        var stored = await store.AllWithDeletedAsync(cancellation);
        if (await ReadAsync(name, cancellation) is not { } upload) return true;

        return upload.File.Problems.Count > 0
            ? await failed.IsReportedAsync(Containers.Programme, name, upload.ETag.ToString(), cancellation)
            : !Changes(upload, stored, clock.GetUtcNow()).Exists(change => change.IsWritten);
    }

    async Task<Upload?> ReadAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var blob = await blobs.GetBlobContainerClient(Containers.Programme).GetBlobClient(name)
                .DownloadStreamingAsync(cancellationToken: cancellation);
            using var download = blob.Value;
            if (download.Details.ContentLength > ProgrammeFile.MaxBytes)
                return new(name, download.Details.ETag, download.Details.LastModified, ProgrammeFile.TooLarge);

            using var bytes = new MemoryStream();
            await download.Content.CopyToAsync(bytes, cancellation);
            return new(name, download.Details.ETag, download.Details.LastModified, ProgrammeFile.Read(name, bytes.ToArray()));
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            Log.Gone(log, name);
            return null;
        }
    }

    /// <returns>False if another import was first and everything must be decided again.</returns>
    async Task<bool> TryApplyAsync(Upload upload, IReadOnlyList<StoredSession> stored, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var now = asOf ?? clock.GetUtcNow();
        if (upload.File.Problems is { Count: > 0 } problems)
        {
            await failed.ReportAsync(Containers.Programme, upload.Name, upload.ETag.ToString(), problems, FailedFiles.Unchanged,
                ReceiveProgramme.Path, cancellation);
            Log.Refused(log, upload.Name, problems.Count);
            return true;
        }

        var all = Changes(upload, stored, now);
        var changes = all.FindAll(change => change.IsWritten);
        if (!await OptimisticConcurrency.TryAsync(() => store.WriteAsync(changes.Select(change => change.After), cancellation)))
            return false;

        Log.Applied(log, upload.Name, upload.File.Sessions.Count, changes.Count,
            string.Join(' ', NotInFile(upload.Name, upload.File.Sessions, stored).Select(session => session.Id)));
        if (asOf is null) // the demonstration year is nobody's file
            await notices.TellAsync(ImportNotice.Of(
                upload.Name, upload.ETag.ToString(), upload.File.Sessions, InProgramme(stored),
                [.. StillDeleted(upload.File.Sessions, stored)], all, now), cancellation);
        return true;
    }

    /// <summary>The sessions that came from a file and are missing from it now. They stay as they are; staff are told.</summary>
    internal static IEnumerable<Session> NotInFile(
        string name, IReadOnlyList<Session> read, IReadOnlyList<StoredSession> stored) =>
        stored.Where(row => row.File == name && !row.IsDeleted).Select(row => row.Session)
            .ExceptBy(read.Select(session => session.Id), session => session.Id);

    /// <summary>The sessions of the file that staff deleted, and that stay so.</summary>
    internal static IEnumerable<Session> StillDeleted(IReadOnlyList<Session> read, IReadOnlyList<StoredSession> stored) => read.Join(
        stored, session => session.Id, row => row.Session.Id, (session, row) => (session, row))
        .Where(pair => ProgrammeMerge.StaysDeleted(pair.row, pair.session)).Select(pair => pair.session);

    static List<StoredSession> InProgramme(IEnumerable<StoredSession> stored) => [.. stored.Where(row => !row.IsDeleted)];

    /// <summary>What becomes of each session of the file that no newer file has spoken of, and that does not stay deleted.</summary>
    static List<ProgrammeChange> Changes(Upload upload, IReadOnlyList<StoredSession> stored, DateTimeOffset now)
    {
        var rows = stored.ToDictionary(row => row.Session.Id);
        var changes = new List<ProgrammeChange>();
        foreach (var session in upload.File.Sessions)
        {
            var row = rows.GetValueOrDefault(session.Id);
            if (row is not null && IsOlder(upload, row)) continue; // a newer file has spoken
            if (row is not null && ProgrammeMerge.StaysDeleted(row, session)) continue;

            var before = row is { IsDeleted: true } ? null : row;
            var (merged, fileSays, cases) = ProgrammeMerge.Merge(before, session);
            var after = SessionDifference.Between(before?.Session, merged, now) ?? row!.Session;
            changes.Add(new(before, new(after, upload.Name, upload.Changed, row?.ETag ?? default) { FileSays = fileSays }, cases));
        }

        return changes;
    }

    /// <summary>
    /// Storage tells time in seconds: of two files of the same second the later name counts, so that they do not change the session to and
    /// fro.
    /// </summary>
    static bool IsOlder(Upload upload, StoredSession row) => upload.Changed < row.FileChanged
        || (upload.Changed == row.FileChanged && string.CompareOrdinal(upload.Name, row.File) < 0);

    sealed record Upload(string Name, ETag ETag, DateTimeOffset Changed, ProgrammeFile File);

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Programme file {Name} is gone; its sessions stay")]
        public static partial void Gone(ILogger log, string name);

        [LoggerMessage(LogLevel.Warning, "Programme file {Name} changes nothing: {Problems} problems")]
        public static partial void Refused(ILogger log, string name, int problems);

        [LoggerMessage(LogLevel.Information,
            "Programme file {Name}: {Sessions} sessions, {Changed} of them new or changed; stored but not in the file: [{Absent}]")]
        public static partial void Applied(ILogger log, string name, int sessions, int changed, string absent);
    }
}
