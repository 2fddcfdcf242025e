using AccessiblePdf.Model;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Operations.Failures;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>Makes a document from the only notes file of a folder, and reports to staff what is wrong with it.</summary>
public sealed class NotesPipeline(NotesReader reader, StaffReports reports)
{
    internal async Task<Outcome> EditAsync(NotesDocument document, CancellationToken cancellation)
    {
        var folder = document.Folder;
        if (folder.Notes.Count == 0)
        {
            var expected = $"{document.Expected} als {reader.NamesOf(NotesFolder.NotesName)} erwartet.";
            return await RefuseAsync(folder, Remarks(folder.Misnamed, expected), isWithdrawn: true, cancellation);
        }

        if (folder.Notes is not [var file])
            return await RefuseAsync(folder, Remarks(folder.Notes, SeveralOf(document)), isWithdrawn: false, cancellation);
        if (document.Obstacle is { } obstacle)
            return await RefuseAsync(folder, Remarks([file], obstacle), isWithdrawn: false, cancellation);

        return await reader.ReadAsync(folder, file, document.Title, cancellation) switch
        {
            NotesReadResult.Refused refused => await RefuseAsync(folder, refused.Remarks, refused.IsDraft, cancellation),
            NotesReadResult.Done read => await ComposeAsync(document, file, read, cancellation),
            _ => new Outcome.Overtaken(),
        };
    }

    async Task<Outcome> ComposeAsync(NotesDocument document, NotesFile file, NotesReadResult.Done read, CancellationToken cancellation)
    {
        ComposedNotes composed;
        try
        {
            composed = await document.ComposeAsync(read, cancellation);
        }
        catch (InvalidDocumentException invalid)
        {
            var problem = $"Daraus lässt sich kein barrierefreies PDF machen. {Refusals.TextOf(invalid)}";
            return await RefuseAsync(document.Folder, Remarks([file], problem), read.Head.IsDraft, cancellation);
        }

        var pdf = composed.Edition.Pdf;
        string[] hints = [.. read.Remarks.Hints.Select(hint => hint.ToString()), .. composed.Hints, .. Refusals.TextFor(pdf.Warnings)];
        if (read.Head.IsDraft || composed.WhyDraft is not null)
        {
            if (composed.WhyDraft is { } why) hints = [why, .. hints];
            var preview = await pdf.TakeAsync(cancellation);
            await reports.TellDraftAsync(document.Folder.Name, composed.Edition.Title, file, document.Path, hints, cancellation);
            return new Outcome.Nothing { Preview = preview, Remarks = hints };
        }

        await pdf.KeepWhileAsync(() => reports.TellPublishedAsync(document, composed.Edition.Title, file, hints, cancellation));
        return new Outcome.Ready(composed.Edition) { Together = composed.Together, Remarks = hints };
    }

    /// <param name="folder">The notes.</param>
    /// <param name="remarks">Why they cannot be published.</param>
    /// <param name="isWithdrawn">Whether a published edition must be withdrawn, because there are no notes or they are a draft.</param>
    async Task<Outcome> RefuseAsync(NotesFolder folder, IEnumerable<FileRemark> remarks, bool isWithdrawn, CancellationToken cancellation)
    {
        FileRemark[] all = [.. remarks];
        await reports.TellRefusedAsync(folder.Name, all, isWithdrawn ? StaffReports.NotPublic : FailedFiles.Unchanged, cancellation);
        string[] told = [.. all.Select(remark => $"{remark.File.Name}: {remark.Problem}")];
        return isWithdrawn ? new Outcome.Nothing { Remarks = told } : new Outcome.Refused { Remarks = told };
    }

    static IEnumerable<FileRemark> Remarks(IEnumerable<NotesFile> files, string problem) =>
        files.Select(file => new FileRemark(file, problem));

    static string SeveralOf(NotesDocument document)
    {
        var names = string.Join(", ", document.Folder.Notes.Select(notes => $"„{notes.Name}“"));
        return $"Im Ordner liegen mehrere {document.Several.Found}: {names}. Erwartet wird {document.Several.Expected}.";
    }
}
