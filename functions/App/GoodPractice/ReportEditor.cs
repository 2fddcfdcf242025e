using AccessiblePdf;
using AccessiblePdf.Model;
using ThaffFunctions.Documentation;
using ThaffFunctions.Documentation.Html;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Publications;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Shared.Failures;

namespace ThaffFunctions.GoodPractice;

/// <summary>Makes the report of its notes, and says what is wrong with them.</summary>
public sealed class ReportEditor(NotesStore notes, NotesReader reader, StaffReports reports, ReportPdf pdf)
{
    /// <summary>Where the notes lie, and under what address the report is read.</summary>
    public const string Folder = DocumentPath.GoodPracticeFolder;

    /// <summary>Raised when a new version of the app makes another report of the same notes.</summary>
    const int Form = 2;

    /// <summary>The notes as they are now.</summary>
    public async Task<Material> FindAsync(CancellationToken cancellation)
    {
        var folder = await notes.FindAsync(Folder, cancellation);
        if (folder.Files.Count == 0) return new(NotesFolder.NoNotes, TimeSpan.MaxValue, _ => Task.FromResult<Work>(new Work.Nothing()));

        var version = Fingerprint.Of($"{Form} {folder.FingerprintWith(null)}");
        return new(version, folder.SeenAt - folder.Changed, stop => EditAsync(folder, version, stop));
    }

    async Task<Work> EditAsync(NotesFolder folder, string version, CancellationToken cancellation)
    {
        if (folder.Notes is not [var file]) return await RefuseNamesAsync(folder, cancellation);

        switch (await reader.ReadAsync(folder, file, Report.DefaultTitle, cancellation))
        {
            case Reading.Refused refused:
                return await RefuseAsync(refused.Remarks, refused.IsDraft, cancellation);
            case Reading.Done done:
                return await PrintAsync(folder, file, version, done, cancellation);
            default:
                return new Work.Overtaken();
        }
    }

    Task<Work> RefuseNamesAsync(NotesFolder folder, CancellationToken cancellation) => folder.Notes.Count == 0
        ? RefuseAsync([.. folder.Misnamed.Select(other => new FileRemark(other, $"Der Bericht wird als {reader.NamesOf(NotesFolder.NotesName)} erwartet."))], isNothing: true, cancellation)
        : RefuseAsync([.. folder.Notes.Select(other => new FileRemark(other, "Im Ordner liegen mehrere Berichte. Erwartet wird genau einer."))], isNothing: false, cancellation);

    async Task<Work> RefuseAsync(IReadOnlyList<FileRemark> remarks, bool isNothing, CancellationToken cancellation)
    {
        await reports.TellRefusedAsync(Folder, remarks, isNothing ? StaffReports.NotPublic : FailedFiles.Unchanged, cancellation);
        return isNothing ? new Work.Nothing() : new Work.Refused();
    }

    async Task<Work> PrintAsync(NotesFolder folder, NotesFile file, string version, Reading.Done read, CancellationToken cancellation)
    {
        var report = Report.Of(read.Head.Title, read.Content.Blocks);
        var content = read.Content with { Blocks = ReportLayout.Of(report) };
        var isDraft = read.Head.IsDraft;
        try
        {
            var printed = pdf.Print(report.Title, content.Blocks, folder.Changed, isDraft);
            var hints = HintsOf(report, read.Remarks, printed, isDraft).ToList();
            if (isDraft)
            {
                var preview = await printed.TakeAsync(cancellation);
                await reports.TellDraftAsync(Folder, file, PreviewStore.NameOf(DocumentPath.GoodPractice), hints, cancellation);
                return new Work.Nothing { Preview = preview };
            }

            await printed.KeepWhileAsync(() => reports.TellHintsAsync(Folder, file, hints, cancellation));
            return new Work.Ready(new(version, report.Title, printed.Pages, printed.Content.Length, folder.Changed), printed.Content)
            {
                Html = ContentHtml.Of($"/{Folder}", content),
                Pictures = content.Pictures,
            };
        }
        catch (InvalidDocumentException refused)
        {
            return await RefuseAsync([new FileRemark(file, $"Daraus lässt sich kein barrierefreies PDF machen. {Refusals.Wish(refused)}")], isNothing: isDraft, cancellation);
        }
    }

    static IEnumerable<string> HintsOf(Report report, Remarks remarks, PrintedFile printed, bool isDraft) =>
    [
        .. remarks.Hints.Select(hint => hint.ToString()),
        .. report.Missing.Select(name => $"Ein Abschnitt „{name}“ fehlt. {(isDraft ? "Vor dem Veröffentlichen sollte er dazukommen." : "Der Bericht erscheint ohne ihn.")}"),
        .. Refusals.WishFor(printed.Warnings),
    ];
}
