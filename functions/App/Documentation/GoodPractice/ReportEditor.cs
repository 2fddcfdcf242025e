using AccessiblePdf.Model;
using ThaffFunctions.Documentation.Html;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.NotesReading.Languages;

namespace ThaffFunctions.Documentation.GoodPractice;

/// <summary>Makes the report from its notes.</summary>
public sealed class ReportEditor(NotesStore notes, NotesIntake intake, NotesOutcomes outcomes, LogoReader logos, ReportPdf pdf)
{
    /// <summary>The name of the folder in container notes, and the address of the page.</summary>
    public const string Folder = "good-practice", CalledByStaff = "Good-Practice-Bericht";

    /// <summary>
    /// Part of the fingerprint. Increase it when a new version of the app makes a different report from the same notes: the report is then
    /// published again.
    /// </summary>
    const int Form = 5;

    internal static readonly DocumentPath Path = new(Folder, "bericht");

    internal async Task<Source<NotesFolder>> FindAsync(CancellationToken cancellation)
    {
        var folder = await notes.FindAsync(Folder, cancellation);
        var fingerprint = folder.Files.Count == 0 ? NotesFolder.NoNotes : Fingerprint.Of($"{Form} {folder.FingerprintWith(null)}");
        return new(folder, fingerprint, folder.SeenAt, folder.Rested);
    }

    internal async Task<Outcome> EditAsync(NotesFolder folder, CancellationToken cancellation)
    {
        var document = new NotesDocument(Path, folder, GoodPracticeReport.DefaultTitle)
        {
            Expected = "Der Bericht wird",
            PagePath = "/" + Folder,
            Several = ("Berichte", "genau einer"),
        };
        var (read, instead) = await intake.ReadAsync(document, cancellation);
        if (read is null) return instead!;

        try
        {
            var composed = Compose(folder, read, await logos.ReadAsync(folder, read.Content.Pictures, cancellation));
            return await outcomes.ComposedAsync(document, read, composed, cancellation);
        }
        catch (InvalidDocumentException invalid)
        {
            return await outcomes.UnprintableAsync(document, read, invalid, cancellation);
        }
    }

    ComposedNotes Compose(NotesFolder folder, NotesReadResult.Done read, Logo logo)
    {
        var source = read.Content.Within(LanguageTag.German); // as the report's own headings
        var (report, isDraft) = (GoodPracticeReport.Of(read.Head.Title, source.Blocks), read.Head.IsDraft);
        var content = source with { Blocks = ReportLayout.Of(report) };
        var printed = pdf.Print(report.Title, content.Blocks, folder.Changed, logo.Figure, isDraft);
        var edition = new PreparedEdition(report.Title, folder.Changed, printed)
        {
            Html = ContentHtml.Of($"/{Folder}", content),
            Pictures = content.Pictures,
        };
        var consequence = isDraft ? "Vor dem Veröffentlichen sollte er dazukommen." : "Der Bericht erscheint ohne ihn.";
        return new(edition, [.. report.Missing.Select(name => $"Ein Abschnitt „{name}“ fehlt. {consequence}"), .. logo.Hints]);
    }
}
