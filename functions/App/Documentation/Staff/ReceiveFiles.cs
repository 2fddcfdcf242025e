using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Documentation.Materials;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Documentation.Staff;

/// <summary>
/// Notes, pictures and material handed in on the page: they go where files of other ways lie, under the names expected there.
/// </summary>
public sealed class ReceiveFiles(DocumentPages documents, NotesStore notes, NotesReader reader)
{
    /// <summary>The field that says what happens to the notes, and its two values.</summary>
    public const string Then = "danach", AsDraft = "entwurf", Publish = "veroeffentlichen";

    /// <summary>So many things to correct are told beside the field.</summary>
    const int MaxReasons = 5;

    static readonly string[] Pictures = [".png", ".jpg", ".jpeg"];

    /// <summary>The versions of the files that the page showed.</summary>
    public const string SeenField = "fassungen";

    public static string PathOf(string folder) => $"{OpenDocument.PathOf(folder)}/hochladen";

    [Function(nameof(ReceiveFiles))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OpenDocument.Route + "/hochladen")] HttpRequest request, string folder,
        CancellationToken cancellation) =>
        documents.ActAsync(request, folder, (post, place) => PutAsync(post, place, cancellation), cancellation);

    /// <summary>All files are looked at before the first is stored; pictures first, so that the notes find them.</summary>
    async Task<StaffDone?> PutAsync(StaffPost post, DocumentFolder place, CancellationToken cancellation)
    {
        if (post.Body.Files.Count == 0) post.Problems.Add("mitschrift", "Bitte wählen Sie eine Datei aus.");
        var named = post.Body.Files.Select(file => (File: file, Name: NameOf(file, place, post.Problems)))
            .OrderBy(file => file.File.Name == "mitschrift").ToList();
        if (named.DistinctBy(file => file.Name.ToUpperInvariant()).Count() < named.Count)
            post.Problems.Add("bilder", "Zwei der Dateien heißen gleich.");
        if (post.Problems.Any) return null;

        var (folder, seen) = (await notes.FindAsync(place.Folder, cancellation), post[SeenField].Split(' '));
        var isDraft = post[Then] == AsDraft;
        var all = named.ConvertAll(file => (file.File, file.Name, Replaced: Replaced(folder, place, file.File, file.Name)));
        foreach (var (file, name, replaced) in all)
            if (replaced.Exists(other => !seen.Contains(other.ETag.ToString()))) post.Problems.Add(file.Name, ChangedBy(name));
        if (post.Problems.Any) return null;

        var (stored, untouched, isBeside) = (0, 0, false);
        foreach (var (file, name, replaced) in all)
        {
            if (!await TryPutAsync(place, file, name, replaced, isDraft, cancellation))
            {
                post.Problems.Add(file.Name, ChangedBy(name));
                untouched++;
                continue;
            }

            stored++;
            foreach (var other in replaced.Where(other => other.Name != name))
                isBeside |= !await notes.TryDeleteAsync(place.Folder, other, cancellation);
        }

        return stored == 0 ? null : new(OpenDocument.PathOf(place.Folder), $"{stored} {(stored == 1 ? "Datei" : "Dateien")} hochgeladen. "
            + (untouched > 0 ? $"{(untouched == 1 ? "Eine weitere" : $"{untouched} weitere")} hat in diesem Augenblick jemand anders geändert, das gilt. Bitte sehen Sie nach. " : "")
            + (isBeside ? "Die frühere Mitschrift hat in diesem Augenblick jemand geändert, sie liegt noch daneben. Bitte löschen Sie eine von beiden. " : "")
            + (isDraft && named.Exists(one => IsNotes(one.File))
                ? $"In einigen Sekunden können Sie den Entwurf ansehen und {(place.NotBefore is null ? "dann" : "nach dem Termin")} veröffentlichen."
                : "Das Dokument entsteht in einigen Sekunden neu."), "Dateien hochgeladen", $"Ordner {place.Folder}");
    }

    static bool IsNotes(IFormFile file) => file.Name == "mitschrift";

    /// <summary>What lies there under the same name; notes replace those of any format.</summary>
    static List<NotesFile> Replaced(NotesFolder folder, DocumentFolder place, IFormFile file, string name) =>
        [.. folder.Files.Where(other => other.Name == name)
            .Union(IsNotes(file) ? folder.FindTexts(place.NotesName) : [])];

    static string ChangedBy(string name) => $"„{name}“ hat inzwischen jemand anders hochgeladen, geändert oder darüber entschieden. Bitte "
        + "sehen Sie nach; noch einmal ausgewählt und hochgeladen, ersetzt Ihre Datei sie.";

    /// <returns>False if another version lies there by now.</returns>
    async Task<bool> TryPutAsync(
        DocumentFolder place, IFormFile file, string name, List<NotesFile> replaced, bool isDraft, CancellationToken cancellation)
    {
        await using var content = file.OpenReadStream();
        return await notes.TryPutAsync(place.Folder, name, content, replaced.Find(other => other.Name == name)?.ETag,
            IsNotes(file) && isDraft ? true : null, cancellation);
    }

    static byte[] BytesOf(IFormFile file)
    {
        using var content = file.OpenReadStream();
        var bytes = new byte[file.Length];
        content.ReadExactly(bytes);
        return bytes;
    }

    /// <returns>The name to store it under; the problems say why it is refused.</returns>
    string NameOf(IFormFile file, DocumentFolder place, FieldProblems problems)
    {
        var own = System.IO.Path.GetFileName(file.FileName.Replace('\\', '/'));
        var extension = System.IO.Path.GetExtension(own).ToLowerInvariant();
        if (file.Name == "mitschrift")
        {
            if (reader.FormatOf(own) is not { } format)
                problems.Add("mitschrift", $"„{own}“ kann nicht gelesen werden. Erwartet wird eine Datei mit der Endung .docx, .md oder .txt.");
            else if (file.Length > format.MaxBytes)
                problems.Add("mitschrift", $"„{own}“ ist größer als {format.MaxBytes / 1024 / 1024} MB. {format.WayToSmaller}");
            else if (NotesReader.ProblemsOf(format, BytesOf(file), place.Title) is { Count: > 0 } reasons)
                problems.Add("mitschrift", $"„{own}“ wurde nicht hochgeladen: {string.Join(' ', reasons.Take(MaxReasons))}");
            return $"{place.NotesName}{extension}";
        }

        if (file.Name == "material" && place.TakesMaterial)
        {
            using var content = file.OpenReadStream();
            if (MaterialCheck.ProblemOf(own, content) is { } problem) problems.Add("material", $"„{own}“: {problem}");
            return NotesFolder.MaterialPrefix + own;
        }

        if (!Pictures.Contains(extension)) problems.Add("bilder", $"„{own}“ ist kein Bild. Erwartet wird PNG oder JPEG.");
        else if (file.Length > PictureLimits.MaxBytes) problems.Add("bilder", $"„{own}“ ist größer als {PictureLimits.MaxMegabytes} MB. Bitte verkleinern Sie es.");
        else if (MaterialCheck.NameProblem(own) is { } problem)
            problems.Add("bilder", $"„{own}“: {problem} Bitte benennen Sie die Datei um.");
        else if (PictureReader.ProblemOf(BytesOf(file)) is { } unusable) problems.Add("bilder", $"„{own}“ wurde nicht hochgeladen: {unusable}");
        return own;
    }
}
