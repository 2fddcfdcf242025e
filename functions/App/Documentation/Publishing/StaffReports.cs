using Azure;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Mail.Notices;
using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>Tells staff what is wrong with notes and pictures, once for each version of them.</summary>
public sealed class StaffReports(FailedFiles failed, StaffNotices notices)
{
    /// <summary>The consequence where a document is withdrawn, or stays unpublished.</summary>
    public const string NotPublic = "Öffentlich ist aus diesem Ordner jetzt nichts; was es vorher war, ist es nicht mehr.";

    /// <summary>The consequence where a draft is left out of a year's volume.</summary>
    public const string WithoutForeword = "Die Jahresdokumentation erscheint ohne dieses Vorwort; eine Vorschau davon gibt es nicht.";

    const string Places = "Mitschriften und ihre Bilder liegen in einem Ordner, der wie der Termin heißt, zum Beispiel"
        + " „2026-10-sprache-im-betrieb/notes.docx“; das Vorwort eines Jahres in „2026/vorwort.docx“, der Good-Practice-Bericht in"
        + " „good-practice/notes.docx“.";

    /// <summary>Files that could not be used, each with its own list of problems.</summary>
    internal async Task TellRefusedAsync(string folder, IEnumerable<FileRemark> remarks, string consequence, CancellationToken cancellation)
    {
        foreach (var file in remarks.GroupBy(remark => remark.File))
        {
            var problems = file.Select(remark => remark.Problem).ToList();
            var (name, version) = ($"{folder}/{file.Key.Name}", file.Key.ETag.ToString());
            await failed.ReportAsync(Containers.Notes, name, version, problems, consequence, cancellation);
        }
    }

    /// <summary>A file that lies in no folder of notes.</summary>
    internal Task TellMisplacedAsync(string name, ETag version, CancellationToken cancellation) => failed.ReportAsync(
        Containers.Notes, name, version.ToString(), [new(null, null, Places)], FailedFiles.Unchanged, cancellation);

    /// <summary>Notes are a draft, and something should be improved before they are published.</summary>
    internal async Task TellDraftAsync(
        string folder, NotesFile file, DocumentPath document, IReadOnlyList<string> hints, CancellationToken cancellation)
    {
        if (hints.Count == 0) return;

        await notices.TellAsync(new(
            $"notes-draft|{folder}|{KeyOf(file, hints)}",
            $"Entwurf mit Hinweisen: {folder}",
            [
                $"Die Datei „{folder}/{file.Name}“ ist ein Entwurf und nicht veröffentlicht."
                    + $" Die Vorschau liegt im Container „{Containers.Previews}“ unter „{document.Preview}“.",
                "Vor dem Veröffentlichen ist noch etwas zu verbessern.",
            ],
            hints), cancellation);
    }

    /// <summary>
    /// Notes can be published, and something could be improved. Told before anything is stored, so that a crash cannot lose the notice:
    /// it must not say that all is done.
    /// </summary>
    internal async Task TellHintsAsync(string folder, NotesFile file, IReadOnlyList<string> hints, CancellationToken cancellation)
    {
        if (hints.Count == 0) return;

        await notices.TellAsync(new(
            $"notes-hints|{folder}|{KeyOf(file, hints)}",
            $"Dokumentation mit Hinweisen: {folder}",
            [
                $"Die Dokumentation „{folder}“ wird veröffentlicht. In der Datei „{folder}/{file.Name}“ ist noch etwas zu verbessern.",
                "Nach dem Verbessern die Datei einfach wieder ablegen; die Dokumentation wird dann ersetzt.",
            ],
            hints), cancellation);
    }

    /// <summary>The same hints to the same version of a file are told once, however often the document is made.</summary>
    static string KeyOf(NotesFile file, IEnumerable<string> hints) =>
        Fingerprint.Of(string.Join('\n', [file.Name, file.ETag.ToString(), .. hints]));
}
