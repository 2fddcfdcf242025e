using AccessiblePdf;
using AccessiblePdf.Model;
using ThaffFunctions.Documentation.Html;
using ThaffFunctions.Insights.Reading;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>Makes a documentation of a manuscript: reads text and pictures, says what is wrong with them, sets page and PDF.</summary>
public sealed class Editor(NotesReader reader, SessionPdf pdf)
{
    public async Task<Outcome> EditAsync(Manuscript manuscript, CancellationToken cancellation)
    {
        var (id, folder, session) = manuscript;
        if (folder.Notes is not [var file, ..])
            return new Outcome.Nothing([.. folder.Misnamed.Select(other => new FileRemark(other, $"Die Mitschrift wird als {reader.NamesOf(NotesFolder.NotesName)} erwartet."))]);
        if (folder.Notes.Count > 1)
            return new Outcome.Refused([.. folder.Notes.Select(one => new FileRemark(one, $"Im Ordner liegen mehrere Mitschriften: {string.Join(", ", folder.Notes.Select(notes => $"„{notes.Name}“"))}. Erwartet wird genau eine."))]);
        if (session is null)
            return new Outcome.Refused([new FileRemark(file, $"Im Programm gibt es keinen Termin „{id}“. Entweder heißt der Ordner anders als der Termin, oder der Termin kommt noch: dann erscheint die Dokumentation von selbst.")]);

        return await reader.ReadAsync(folder, file, session.Title, cancellation) switch
        {
            Reading.Refused { IsDraft: true } refused => new Outcome.Nothing(refused.Remarks),
            Reading.Refused refused => new Outcome.Refused(refused.Remarks),
            Reading.Done done => Print(manuscript, file, session with { Title = done.Head.Title ?? session.Title }, done),
            _ => new Outcome.Overtaken(),
        };
    }

    Outcome Print(Manuscript manuscript, NotesFile file, SessionFacts session, Reading.Done read)
    {
        var (remarks, folder) = (read.Remarks, manuscript.Folder);
        var insights = InsightSections.Of(read.Content.Blocks);
        var content = read.Content with { Blocks = insights.Boxed };
        foreach (var hint in insights.Hints) remarks.Hint(null, hint);
        try
        {
            var printed = pdf.Print(session, content, folder.Changed, read.Head.IsDraft);
            foreach (var wish in Refusals.WishFor(printed.Warnings)) remarks.Hint(null, wish);

            if (read.Head.IsDraft) return new Outcome.Draft(printed.Bytes, file, remarks.Hints);

            var edition = new Edition(manuscript.Fingerprint, session, printed.Pages, printed.Bytes.Length, folder.Changed);
            var html = ContentHtml.Of($"/dokumentation/{manuscript.Id}", content);
            return new Outcome.Ready(new(edition, printed.Bytes, html, content, insights.Insights, SearchWords.Of(session, content)), file, remarks.Hints);
        }
        catch (InvalidDocumentException refused)
        {
            FileRemark[] why = [new FileRemark(file, $"Daraus lässt sich kein barrierefreies PDF machen. {Refusals.Wish(refused)}")];
            return read.Head.IsDraft ? new Outcome.Nothing(why) : new Outcome.Refused(why);
        }
    }
}
