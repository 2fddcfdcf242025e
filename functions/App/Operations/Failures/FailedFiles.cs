using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using ThaffFunctions.Mail.Notices;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Staff.Today;

namespace ThaffFunctions.Operations.Failures;

/// <summary>
/// Files that could not be handled: the list of problems goes to container <c>failed</c>, and staff are told, once for each version of a
/// file.
/// </summary>
public sealed class FailedFiles(BlobServiceClient blobs, StaffNotices notices, IOptions<SiteOptions> site, TimeProvider clock)
{
    /// <summary>The consequence where nothing but the file is concerned.</summary>
    public const string Unchanged = "Es wurde nichts geändert; was vorher galt, gilt weiter.";

    /// <summary>Problems a mail names; the list in the container has all.</summary>
    const int MaxInMail = 50;

    /// <summary>So many of the latest reports are looked at.</summary>
    const int MaxOpen = 50;

    /// <summary>Of a stored report: which file, when.</summary>
    const int LinesOfHead = 2;

    /// <summary>Characters of the file's own path that are kept; a blob's name has at most 1,024.</summary>
    const int MaxName = 900;

    /// <summary>
    /// The metadata of a report that somebody ticked off; written anew, it comes without. Setting it is a modification, from which the days
    /// are counted until the report is deleted.
    /// </summary>
    const string TickedOff = "erledigt";

    /// <param name="container">The container the file was put into.</param>
    /// <param name="name">The file's path in it.</param>
    /// <param name="etag">The version of the file.</param>
    /// <param name="problems">At least one.</param>
    /// <param name="consequence">What holds now, for people: a sentence.</param>
    /// <param name="solvedAt">The path of the page on which a better file is handed in.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task ReportAsync(string container, string name, string etag, IReadOnlyList<FileProblem> problems, string consequence,
        string solvedAt, CancellationToken cancellation)
    {
        var path = await StoreAsync(container, name, etag, problems, cancellation);
        await notices.TellAsync(new(
            $"failed-file|{container}|{name}|{etag}",
            $"Datei nicht übernommen: {name}",
            [
                $"Die Datei „{name}“ konnte nicht übernommen werden. {consequence}",
                $"Bitte korrigieren Sie die Datei und laden Sie sie in der Redaktion noch einmal hoch: {site.Value.Link(solvedAt)}",
                $"Wer Dateien in Container legt: Sie liegt in „{container}“, die vollständige Liste in „{Containers.Failed}“ unter „{path}“.",
            ],
            [.. problems.Take(MaxInMail).Select(problem => problem.ToString())]), cancellation);
    }

    /// <summary>Whether this version of a file was reported.</summary>
    public async Task<bool> IsReportedAsync(string container, string name, string etag, CancellationToken cancellation) =>
        (await ReportOf(PathOf(container, name, etag)).ExistsAsync(cancellation)).Value;

    /// <summary>
    /// The files of a container that could not be used and still lie there as they were reported; some, if there are very many.
    /// </summary>
    /// <param name="container">Of the files.</param>
    /// <param name="solvedAt">The path of the page on which a better file is handed in, from the file's path in the container.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<ToDo>> OpenAsync(string container, Func<string, string> solvedAt, CancellationToken cancellation)
    {
        var reports = await blobs.GetBlobContainerClient(Containers.Failed)
            .GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, container + "/", cancellation)
            .Where(report => !IsTickedOff(report)).OrderByDescending(report => report.Properties.LastModified).Take(MaxOpen)
            .ToListAsync(cancellation);
        var open = await Task.WhenAll(reports.Select(report => StillOpenAsync(container, report.Name, cancellation)));
        return
        [
            .. open.OfType<(string File, string Report, string Why)>().DistinctBy(one => one.File).Select(one =>
                new ToDo($"„{one.File}“ konnte nicht verwendet werden: {one.Why}", solvedAt(one.File))
                {
                    TickOff = (TickOffReport.Path, one.Report),
                }),
        ];
    }

    /// <summary>Whether somebody of the Redaktion said that there is nothing left to do about a report.</summary>
    /// <param name="report">Listed with its metadata.</param>
    public static bool IsTickedOff(BlobItem report) => report.Metadata.ContainsKey(TickedOff);

    /// <returns>False if there is no such report any more.</returns>
    public async Task<bool> TryTickOffAsync(string report, CancellationToken cancellation)
    {
        try
        {
            await ReportOf(report).SetMetadataAsync(new Dictionary<string, string> { [TickedOff] = "ja" }, cancellationToken: cancellation);
            return true;
        }
        catch (RequestFailedException gone) when (gone.Status is 400 or 404)
        {
            return false;
        }
    }

    /// <returns>The file, its report and the first problem; null if the file is gone, or another one by now.</returns>
    async Task<(string File, string Report, string Why)?> StillOpenAsync(string container, string report, CancellationToken cancellation)
    {
        if (report.Split('/') is not [_, .. { Length: > 0 } folders, var version]) return null;

        var name = string.Join('/', folders);
        try
        {
            var file = await blobs.GetBlobContainerClient(container).GetBlobClient(name)
                .GetPropertiesAsync(cancellationToken: cancellation);
            if (file.Value.ETag.ToString().Trim('"') != Path.GetFileNameWithoutExtension(version)) return null;

            var stored = await ReportOf(report).DownloadContentAsync(cancellation);
            var problems = stored.Value.Content.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(LinesOfHead).ToList();
            var more = problems.Count > 1 ? $" Dazu {(problems.Count == 2 ? "kommt ein weiterer Fehler" : $"kommen {problems.Count - 1} weitere Fehler")}." : "";
            return (name, report, $"{problems.FirstOrDefault()}{more}");
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    BlobClient ReportOf(string path) => blobs.GetBlobContainerClient(Containers.Failed).GetBlobClient(path);

    static string PathOf(string container, string name, string etag) =>
        $"{container}/{name[..Cut.Length(name, 0, MaxName)]}/{etag.Trim('"')}.txt";

    async Task<string> StoreAsync(string container, string name, string etag, IReadOnlyList<FileProblem> problems,
        CancellationToken cancellation)
    {
        var path = PathOf(container, name, etag); // reported twice, it is the same list
        var text = new StringBuilder($"{container}/{name}\n{Berlin.Moment(clock.GetUtcNow())}\n\n");
        foreach (var problem in problems) text.Append(problem).Append('\n');

        await ReportOf(path).UploadAsync(
            BinaryData.FromString(text.ToString()),
            new BlobUploadOptions { HttpHeaders = new() { ContentType = "text/plain; charset=utf-8" } }, // overwrites
            cancellation);
        return path;
    }
}
