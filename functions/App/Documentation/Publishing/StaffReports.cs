using Azure;
using Microsoft.Extensions.Options;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Staff;
using ThaffFunctions.Mail.Notices;
using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>Notifies staff of problems in notes and pictures, once for each version of a file.</summary>
public sealed class StaffReports(FailedFiles failed, StaffNotices notices, IOptions<SiteOptions> site)
{
    /// <summary>The consequence for staff to read when a document is withdrawn or stays unpublished.</summary>
    public const string NotPublic = "Öffentlich ist aus diesem Ordner jetzt nichts; was es vorher war, ist es nicht mehr.";

    /// <summary>The consequence for staff to read when a foreword is not used for the year's volume.</summary>
    public const string WithoutForeword = "Die Jahresdokumentation erscheint ohne dieses Vorwort; eine Vorschau davon gibt es nicht.";

    /// <summary>The consequence for staff to read when a logo cannot be printed.</summary>
    public const string WithoutLogo = "Die Jahresdokumentation erscheint trotzdem.";

    const string Places = "Mitschriften und ihre Bilder liegen in einem Ordner, der wie der Termin heißt, zum Beispiel"
        + " „2026-10-sprache-im-betrieb/notes.docx“; das Vorwort eines Jahres in „2026/vorwort.docx“, der Good-Practice-Bericht in"
        + " „good-practice/notes.docx“.";

    /// <summary>Reports files that could not be used, each with its own list of problems.</summary>
    internal async Task TellRefusedAsync(string folder, IEnumerable<FileRemark> remarks, string consequence, CancellationToken cancellation)
    {
        foreach (var file in remarks.GroupBy(remark => remark.File))
        {
            var problems = file.Select(remark => remark.Problem).ToList();
            var (name, version) = ($"{folder}/{file.Key.Name}", file.Key.ETag.ToString());
            await failed.ReportAsync(Containers.Notes, name, version, problems, consequence,
                OpenDocument.PathOf(folder), cancellation);
        }
    }

    /// <summary>Reports a file outside of the known folders.</summary>
    internal Task TellMisplacedAsync(string name, ETag version, CancellationToken cancellation) => failed.ReportAsync(
        Containers.Notes, name, version.ToString(), [new(null, null, Places)], FailedFiles.Unchanged,
        ListDocuments.Path, cancellation);

    /// <summary>Reports a folder whose name looks like a session's and can be none.</summary>
    internal Task TellImpossibleAsync(string name, ETag version, string folder, CancellationToken cancellation) => failed.ReportAsync(
        Containers.Notes, name, version.ToString(),
        [new(null, null, $"„{folder}“ kann keine Kennung eines Termins sein: {SessionId.WhyImpossible(folder)} {Places}")],
        FailedFiles.Unchanged, ListDocuments.Path, cancellation);

    /// <summary>Reports that notes are a draft, with hints on what to improve before they are published.</summary>
    internal async Task TellDraftAsync(string folder, string title, NotesFile file, DocumentPath document, IReadOnlyList<string> hints,
        CancellationToken cancellation)
    {
        if (hints.Count == 0) return;

        await notices.TellAsync(new(
            $"notes-draft|{folder}|{KeyOf(file, hints)}",
            $"Entwurf mit Hinweisen: {InSubject(title, folder)}",
            [
                $"Die Datei „{folder}/{file.Name}“ ist ein Entwurf und nicht veröffentlicht.",
                $"Vorschau und Hinweise: {PageOf(folder)}",
                $"Wer Dateien in Container legt: Die Vorschau liegt in „{Containers.Previews}“ unter „{document.Preview}“.",
                "Vor dem Veröffentlichen ist noch etwas zu beachten.",
            ],
            hints), cancellation);
    }

    /// <summary>
    /// Reports what becomes public, where it stands, and hints on what to improve. The notice is sent before anything is stored, so that a
    /// crash cannot lose it; so its text must not say that the document has been published.
    /// </summary>
    internal async Task TellPublishedAsync(
        NotesDocument document, string title, NotesFile file, IReadOnlyList<string> hints, CancellationToken cancellation)
    {
        var folder = document.Folder.Name;
        var subject = InSubject(title, folder);
        await notices.TellAsync(new(
            $"notes-published|{folder}|{KeyOf(file, hints)}",
            hints.Count == 0 ? $"Dokumentation erscheint: {subject}" : $"Dokumentation erscheint, mit Hinweisen: {subject}",
            [
                $"Die Dokumentation „{title}“ wird in diesem Augenblick veröffentlicht. Sie entsteht aus der Datei "
                    + $"„{folder}/{file.Name}“. In der Redaktion ansehen und ersetzen: {PageOf(folder)}",
                $"Seite: {site.Value.Link(document.PagePath)}",
                $"PDF: {site.Value.Link(document.PagePath + ".pdf")}",
                hints.Count == 0 ? "Hinweise gibt es keine."
                    : "In der Datei ist noch etwas zu verbessern. Laden Sie sie danach einfach wieder hoch; die Dokumentation wird dann ersetzt.",
            ],
            hints), cancellation);
    }

    /// <summary>Reports hints on a foreword that can be published, as above.</summary>
    internal async Task TellForewordHintsAsync(
        string folder, NotesFile file, IReadOnlyList<string> hints, CancellationToken cancellation)
    {
        if (hints.Count == 0) return;

        await notices.TellAsync(new(
            $"notes-hints|{folder}|{KeyOf(file, hints)}",
            $"Vorwort mit Hinweisen: {folder}",
            [
                $"Die Jahresdokumentation {folder} enthält das Vorwort aus „{folder}/{file.Name}“. Darin ist noch etwas zu verbessern.",
                $"Laden Sie die Datei danach einfach wieder hoch; die Jahresdokumentation wird dann ersetzt: {PageOf(folder)}",
            ],
            hints), cancellation);
    }

    /// <summary>Where staff see the document of a folder and hand in its files.</summary>
    string PageOf(string folder) => site.Value.Link(OpenDocument.PathOf(folder)).ToString();

    /// <summary>A subject has one colon.</summary>
    static string InSubject(string title, string folder) =>
        (title.Length > 0 ? title : folder).Replace(": ", " – ", StringComparison.Ordinal);

    /// <summary>
    /// The key that makes sending idempotent: the same hints on the same version of a file are sent once, even if the document is made
    /// again.
    /// </summary>
    static string KeyOf(NotesFile file, IEnumerable<string> hints) =>
        Fingerprint.Of(string.Join('\n', [file.Name, file.ETag.ToString(), .. hints]));
}
