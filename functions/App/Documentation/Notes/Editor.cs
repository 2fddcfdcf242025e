using AccessiblePdf;
using AccessiblePdf.Model;
using Markdig.Syntax;
using ThaffFunctions.Documentation.Html;
using ThaffFunctions.Insights.Reading;
using ThaffFunctions.Shared.Failures;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>Makes a documentation of a manuscript: reads text and pictures, says what is wrong with them, sets page and PDF.</summary>
public sealed class Editor(NotesStore store, PictureReader pictures, SessionPdf pdf)
{
    public async Task<Outcome> EditAsync(Manuscript manuscript, CancellationToken cancellation)
    {
        var (folder, session) = manuscript;
        if (folder.Notes is not { } file)
            return new Outcome.Nothing([.. folder.Misnamed.Select(other => Remark(other, $"Die Mitschrift wird als „{NotesFolder.NotesName}“ erwartet (Markdown)."))]);
        if (session is null)
            return Refused(file, $"Im Programm gibt es keinen Termin „{folder.Id}“. Entweder heißt der Ordner anders als der Termin, oder der Termin kommt noch: dann erscheint die Dokumentation von selbst.");
        if (file.Bytes > NotesText.MaxBytes)
            return Refused(file, "Die Datei ist größer als 20 MB. Erwartet wird reiner Text; Bilder liegen als eigene Dateien daneben.");
        if (await store.ReadAsync(folder.Id, file, cancellation) is not { } bytes) return new Outcome.Overtaken();

        var remarks = new Remarks();
        if (NotesText.Read(bytes, remarks) is not { } text || MarkdownNotes.Parse(text, remarks) is not { } document) return Refused(file, remarks);

        var head = MarkdownNotes.FrontMatterOf(document, remarks);
        if (head.IsDraft) return new Outcome.Nothing([]);
        if (await pictures.ReadAsync(folder, document, cancellation) is not { } found) return new Outcome.Overtaken();

        var titled = session with { Title = head.Title ?? session.Title };
        var blocks = BlockReader.Read(document, titled.Title, found.ByAddress, remarks);
        if (blocks.Count == 0) remarks.Refuse(null, "Die Mitschrift hat keinen Inhalt. Erwartet wird Text nach dem Titel.");
        if (remarks.Problems.Count > 0 || found.Unusable.Count > 0) return Refused(file, remarks, found.Unusable);

        return Print(manuscript, file, titled, new(blocks, [.. found.ByAddress.Values.Distinct()]), remarks);
    }

    Outcome Print(Manuscript manuscript, NotesFile file, SessionFacts session, NotesContent content, Remarks remarks)
    {
        var (folder, version) = (manuscript.Folder, manuscript.Fingerprint);
        var insights = InsightSections.Of(content.Blocks);
        content = content with { Blocks = insights.Boxed };
        foreach (var hint in insights.Hints) remarks.Hint(null, hint);
        try
        {
            var printed = pdf.Print(session, content, folder.Changed);
            foreach (var warning in printed.Warnings.Where(warning => warning.Kind == PdfWarningKind.MissingCharacter))
                remarks.Hint(null, $"Das Zeichen {warning.Detail} gibt es in keiner Schrift des PDF; dort steht ein Kästchen. Bitte durch ein Wort oder anderes Zeichen ersetzen.");

            var edition = new Edition(version, session, printed.Pages, printed.Bytes.Length, folder.Changed);
            return new Outcome.Ready(new(edition, printed.Bytes, ContentHtml.Of(folder.Id, content), content.Pictures, insights.Insights, SearchWords.Of(session, content)), remarks.Hints);
        }
        catch (InvalidDocumentException refused)
        {
            return Refused(file, $"Daraus lässt sich kein barrierefreies PDF machen. {Refusals.Wish(refused)}");
        }
    }

    static Outcome.Refused Refused(NotesFile file, string text) => new([Remark(file, text)]);

    static Outcome.Refused Refused(NotesFile file, Remarks remarks, params IEnumerable<FileRemark> others) =>
        new([.. remarks.Problems.Select(problem => new FileRemark(file, problem)), .. others]);

    static FileRemark Remark(NotesFile file, string text) => new(file, new FileProblem(null, null, text));
}
