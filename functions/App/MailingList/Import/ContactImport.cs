using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Mail.Notices;
using ThaffFunctions.MailingList.Contacts;
using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web.Forms;

namespace ThaffFunctions.MailingList.Import;

/// <summary>
/// Brings a file of container <c>kontakte</c> onto the mailing list, line by line; then deletes it and leaves a report. Cut off, it goes on
/// where the report says; a line that is done twice changes nothing.
/// </summary>
public sealed partial class ContactImport(
    BlobServiceClient blobs, ContactAdmission admission, ContactReports reports, StaffNotices notices, TimeProvider clock,
    ILogger<ContactImport> log)
{
    /// <summary>Lines between two saves of the report.</summary>
    const int Step = 100;

    /// <summary>Lines that are entered at once: nearly all of their time is storage's.</summary>
    const int AtOnce = 8;

    readonly BlobContainerClient container = blobs.GetBlobContainerClient(Containers.Contacts);

    public async Task ImportAsync(string name, CancellationToken cancellation)
    {
        if (await ReadAsync(name, cancellation) is not var (etag, file)) return;

        var report = await reports.FindAsync(name, etag.ToString(), cancellation)
            ?? new(name, etag.ToString(), file.Lines.Count, clock.GetUtcNow());
        if (report.FinishedAt is null)
        {
            report = await EnterAsync(report, file, cancellation);
            report = report with { FinishedAt = clock.GetUtcNow() };
            await reports.SaveAsync(report, cancellation);
            Log.Imported(log, file.Lines.Count, report.CountOf(AddOutcome.Added), report.CountOf(AddOutcome.Asked), report.RefusedLines);
        }

        await TellAsync(report, cancellation);
        await TryDeleteAsync(name, etag, cancellation);
    }

    /// <summary>All files that lie there, in case an event got lost.</summary>
    public Task ImportAllAsync(CancellationToken cancellation) => IndependentItems.ForEachAsync(
        container.GetBlobsAsync(cancellationToken: cancellation), blob => ImportAsync(blob.Name, cancellation), cancellation);

    /// <summary>Whether nothing is left to do for a file: it is deleted at the end.</summary>
    public async Task<bool> IsDoneAsync(string name, CancellationToken cancellation) =>
        !(await container.GetBlobClient(name).ExistsAsync(cancellation)).Value;

    /// <summary>Puts a file where those of other ways lie: one import for all. A file of this name that waits is not replaced.</summary>
    /// <returns>False if there is one.</returns>
    public Task<bool> TryPutAsync(string name, byte[] content, CancellationToken cancellation) => OptimisticConcurrency.TryAsync(
        () => container.GetBlobClient(name).UploadAsync(
            BinaryData.FromBytes(content), new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } }, cancellation));

    async Task<ContactReport> EnterAsync(ContactReport report, ContactFile file, CancellationToken cancellation)
    {
        if (file.Problem is { } problem) return report with { Refused = [problem] };

        var today = Berlin.Date(clock.GetUtcNow()); // the same for all lines, though midnight may come
        var all = file.Lines.Select(line => new CheckedLine(line.Line, ContactCheck.Check(line.Fields, today))).ToList();
        var first = FirstLines(all);
        foreach (var lines in all.Skip(report.Done).Chunk(Step))
        {
            var done = new (AddOutcome?, IReadOnlyList<FileProblem>)[lines.Length];
            await Parallel.ForAsync(
                0, lines.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
                async (at, stop) => done[at] = await EnterAsync(report.File, lines[at], first, stop));
            report = report.With(done);
            await reports.SaveAsync(report, cancellation);
        }

        return report;
    }

    /// <summary>
    /// The line that counts for each address: of two, one with evidence and one without, both would be right and the person would be asked
    /// for what they have given.
    /// </summary>
    static Dictionary<string, int> FirstLines(IEnumerable<CheckedLine> all) => all.Where(line => line.Read.Entry is not null)
        .GroupBy(line => line.Read.Entry!.Email.Canonical, line => line.Line).ToDictionary(lines => lines.Key, lines => lines.First());

    async Task<(AddOutcome?, IReadOnlyList<FileProblem>)> EnterAsync(
        string file, CheckedLine line, Dictionary<string, int> first, CancellationToken cancellation)
    {
        var (entry, problems) = line.Read;
        if (entry is null)
            return (null, [.. problems.All.Select(one => new FileProblem(line.Line, ContactColumns.TitleOf(one.Field), one.Text))]);

        if (first[entry.Email.Canonical] is var counts && counts != line.Line)
            return (null, [new(line.Line, ContactColumns.TitleOf("email"), $"Diese Adresse steht schon in Zeile {counts}; es gilt jene Zeile.")]);

        try
        {
            var outcome = await admission.AddAsync(entry, $"Datei {file}", cancellation);
            return outcome switch
            {
                AddOutcome.HasLeft => (outcome, [new(line.Line, null, ContactWords.HasLeft)]),
                AddOutcome.Suppressed => (outcome, [new(line.Line, null, ContactWords.Suppressed)]),
                _ => (outcome, []),
            };
        }
        catch (UnreadableException)
        {
            return (null, [new(line.Line, null, "Der Eintrag dieser Adresse ist beschädigt; wer die Anwendung betreibt, wird benachrichtigt.")]);
        }
    }

    /// <summary>Once for each version of a file, and only where something is left for people to do.</summary>
    async Task TellAsync(ContactReport report, CancellationToken cancellation)
    {
        if (report.Refused.Count == 0) return;

        await notices.TellAsync(new(
            $"contacts|{report.File}|{report.Version}",
            $"Kontakte eingelesen: {report.Given}",
            [
                report.Lines == 0 ? $"Die Datei „{report.Given}“ konnte nicht gelesen werden. Es wurde nichts geändert."
                    : $"Die Datei „{report.Given}“ wurde eingelesen: {ContactWords.Of(report)}",
                "Die Datei ist gelöscht; bitte berichtigen Sie diese Zeilen in Ihrer eigenen Fassung und legen Sie nur sie noch einmal ab. "
                + "Den Bericht finden Sie in der Redaktion unter „Verteiler“.",
            ],
            [.. report.Refused.Select(problem => problem.ToString())]), cancellation);
    }

    async Task<(ETag ETag, ContactFile File)?> ReadAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var blob = await container.GetBlobClient(name).DownloadStreamingAsync(cancellationToken: cancellation);
            using var download = blob.Value;
            if (download.Details.ContentLength > ContactFile.MaxBytes) return (download.Details.ETag, ContactFile.TooLarge);

            using var bytes = new MemoryStream();
            await download.Content.CopyToAsync(bytes, cancellation);
            return (download.Details.ETag, ContactFile.Read(name, bytes.ToArray()));
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    /// <summary>A newer file of this name stays: its own event is on the way.</summary>
    Task<bool> TryDeleteAsync(string name, ETag etag, CancellationToken cancellation) => OptimisticConcurrency.TryAsync(
        () => container.DeleteBlobIfExistsAsync(name, DeleteSnapshotsOption.IncludeSnapshots, new() { IfMatch = etag }, cancellation));

    sealed record CheckedLine(int Line, (ContactEntry? Entry, FieldProblems Problems) Read);

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "A file of {Lines} contacts was imported: {Added} added, {Asked} asked, {Refused} lines refused")]
        public static partial void Imported(ILogger log, int lines, int added, int asked, int refused);
    }
}
