using Azure;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Insights;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Failures;
using ThaffFunctions.Shared.Mail.Notices;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation;

/// <summary>Tells staff what is wrong with notes and pictures, once for each version of them.</summary>
public sealed class StaffReports(FailedFiles failed, StaffNotices notices, InsightDoubts doubts)
{
    /// <summary>The consequence where a document is withdrawn, or stays unpublished.</summary>
    public const string NotPublic = "Öffentlich ist aus diesem Ordner jetzt nichts; was es vorher war, ist es nicht mehr.";

    /// <summary>The consequence where a draft is left out of a year's volume.</summary>
    public const string WithoutForeword = "Die Jahresdokumentation erscheint ohne dieses Vorwort; eine Vorschau davon gibt es nicht.";

    /// <summary>Files that could not be used, each with its own list of problems.</summary>
    public async Task TellRefusedAsync(string folder, IEnumerable<FileRemark> remarks, string consequence, CancellationToken cancellation)
    {
        foreach (var file in remarks.GroupBy(remark => remark.File))
        {
            await failed.ReportAsync(
                Containers.Notes, $"{folder}/{file.Key.Name}", file.Key.ETag.ToString(), [.. file.Select(remark => remark.Problem)], consequence, cancellation);
        }
    }

    /// <summary>A file that lies in no session's folder.</summary>
    public Task TellMisplacedAsync(string name, ETag version, CancellationToken cancellation) => failed.ReportAsync(
        Containers.Notes, name, version.ToString(),
        [new(null, null, "Mitschriften und ihre Bilder liegen in einem Ordner, der wie der Termin heißt, zum Beispiel „2026-10-sprache-im-betrieb/notes.docx“; das Vorwort eines Jahres in „2026/vorwort.docx“, der Good-Practice-Bericht in „good-practice/notes.docx“.")], FailedFiles.Unchanged, cancellation);

    /// <summary>A draft, and something should be better before it is published.</summary>
    /// <param name="folder">Where the file lies.</param>
    /// <param name="file">The draft.</param>
    /// <param name="preview">The name of its preview.</param>
    /// <param name="hints">What should be better.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task TellDraftAsync(string folder, NotesFile file, string preview, IEnumerable<string> hints, CancellationToken cancellation)
    {
        string[] items = [.. hints];
        if (items.Length == 0) return;

        await notices.TellAsync(new(
            $"notes-draft|{folder}|{KeyOf(file, items)}",
            $"Entwurf mit Hinweisen: {folder}",
            [
                $"Die Datei „{folder}/{file.Name}“ ist ein Entwurf und nicht veröffentlicht. Die Vorschau liegt im Container „{Containers.Previews}“ unter „{preview}“.",
                "Vor dem Veröffentlichen ist noch etwas zu verbessern.",
            ],
            items), cancellation);
    }

    /// <summary>It is being published, and something could be better.</summary>
    public async Task TellHintsAsync(SessionId id, Outcome.Ready ready, CancellationToken cancellation)
    {
        var edition = ready.Proof.Edition;
        var doubtful = await doubts.OfAsync(edition.AsSource(id), ready.Proof.Insights, cancellation);
        await TellHintsAsync(id.Value, ready.File, [.. ready.Hints.Select(hint => hint.ToString()), .. doubtful], cancellation);
    }

    /// <summary>Told before anything is stored, so that it is told at least once: it must not say that all is done.</summary>
    /// <param name="folder">Where the file lies.</param>
    /// <param name="file">What could be better.</param>
    /// <param name="hints">How.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task TellHintsAsync(string folder, NotesFile file, IReadOnlyList<string> hints, CancellationToken cancellation)
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

    /// <summary>The same hints to the same version of a file are told once, however often and by whatever version of the app the document is made.</summary>
    static string KeyOf(NotesFile file, IEnumerable<string> hints) => Fingerprint.Of(string.Join('\n', [file.Name, file.ETag.ToString(), .. hints]));
}
