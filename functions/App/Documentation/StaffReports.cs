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
    /// <summary>Files that could not be used, each with its own list of problems.</summary>
    public async Task TellRefusedAsync(string folder, IEnumerable<FileRemark> remarks, CancellationToken cancellation)
    {
        foreach (var file in remarks.GroupBy(remark => remark.File))
        {
            await failed.ReportAsync(
                Containers.Notes, $"{folder}/{file.Key.Name}", file.Key.ETag.ToString(), [.. file.Select(remark => remark.Problem)], cancellation);
        }
    }

    /// <summary>A file that lies in no session's folder.</summary>
    public Task TellMisplacedAsync(string name, ETag version, CancellationToken cancellation) => failed.ReportAsync(
        Containers.Notes, name, version.ToString(),
        [new(null, null, "Mitschriften und ihre Bilder liegen in einem Ordner, der wie der Termin heißt, zum Beispiel „2026-10-sprache-im-betrieb/notes.docx“; das Vorwort eines Jahres in „2026/vorwort.docx“, der Good-Practice-Bericht in „good-practice/notes.docx“.")], cancellation);

    /// <summary>A draft, and something should be better before it is published.</summary>
    /// <param name="folder">Where the file lies.</param>
    /// <param name="version">Hints to one version are told once.</param>
    /// <param name="file">The draft.</param>
    /// <param name="preview">The name of its preview.</param>
    /// <param name="hints">What should be better.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task TellDraftAsync(string folder, string version, NotesFile file, string preview, IEnumerable<string> hints, CancellationToken cancellation)
    {
        string[] items = [.. hints];
        if (items.Length == 0) return;

        await notices.TellAsync(new(
            $"notes-draft|{folder}|{version}",
            $"Entwurf mit Hinweisen: {folder}",
            [
                $"Die Datei „{folder}/{file.Name}“ ist ein Entwurf und nicht veröffentlicht. Die Vorschau liegt im Container „{Containers.Previews}“ unter „{preview}“.",
                "Vor dem Veröffentlichen ist noch etwas zu verbessern.",
            ],
            items), cancellation);
    }

    /// <summary>Published, and something could be better.</summary>
    public async Task TellHintsAsync(SessionId id, Outcome.Ready ready, CancellationToken cancellation)
    {
        var edition = ready.Proof.Edition;
        var doubtful = await doubts.OfAsync(edition.AsSource(id), ready.Proof.Insights, cancellation);
        await TellHintsAsync(id.Value, edition.Version, ready.File, [.. ready.Hints.Select(hint => hint.ToString()), .. doubtful], cancellation);
    }

    /// <param name="folder">Where the file lies.</param>
    /// <param name="version">Hints to one version are told once.</param>
    /// <param name="file">What could be better.</param>
    /// <param name="hints">How.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task TellHintsAsync(string folder, string version, NotesFile file, IReadOnlyList<string> hints, CancellationToken cancellation)
    {
        if (hints.Count == 0) return;

        await notices.TellAsync(new(
            $"notes-hints|{folder}|{version}",
            $"Dokumentation mit Hinweisen veröffentlicht: {folder}",
            [
                $"Die Dokumentation „{folder}“ ist veröffentlicht. In der Datei „{folder}/{file.Name}“ ist noch etwas zu verbessern.",
                "Nach dem Verbessern die Datei einfach wieder ablegen; die Dokumentation wird dann ersetzt.",
            ],
            hints), cancellation);
    }
}
