using AccessiblePdf.Model;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Operations.Failures;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>What becomes of a document that is made from notes; staff are told of it before anything is stored.</summary>
public sealed class NotesOutcomes(StaffReports reports)
{
    /// <summary>
    /// A draft has a preview for staff; anything else can be published. Only what its author or staff call a draft withdraws an edition.
    /// </summary>
    /// <param name="document">What was made.</param>
    /// <param name="read">What it was made from.</param>
    /// <param name="composed">Laid out and printed.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<Outcome> ComposedAsync(
        NotesDocument document, NotesReadResult.Done read, ComposedNotes composed, CancellationToken cancellation)
    {
        var pdf = composed.Edition.Pdf;
        string[] hints = [.. read.Remarks.Hints.Select(hint => hint.ToString()), .. composed.Hints, .. Refusals.TextFor(pdf.Warnings)];
        if (read.Head.IsDraft || composed.WhyDraft is not null)
        {
            if (composed.WhyDraft is { } why) hints = [why, .. hints];
            var preview = await pdf.TakeAsync(cancellation);
            await reports.TellDraftAsync(document.Folder.Name, composed.Edition.Title, read.File, document.Path, hints, cancellation);
            return read.Head.IsDraft ? new Outcome.Nothing { Preview = preview, Remarks = hints }
                : new Outcome.Waiting { Preview = preview, Remarks = hints };
        }

        await pdf.KeepWhileAsync(() => reports.TellPublishedAsync(document, composed.Edition.Title, read.File, hints, cancellation));
        return new Outcome.Ready(composed.Edition) { Together = composed.Together, Remarks = hints };
    }

    internal Task<Outcome> UnprintableAsync(
        NotesDocument document, NotesReadResult.Done read, InvalidDocumentException invalid, CancellationToken cancellation)
    {
        var problem = $"Daraus lässt sich kein barrierefreies PDF machen. {Refusals.TextOf(invalid)}";
        return RefusedAsync(document.Folder, [new FileRemark(read.File, problem)], read.Head.IsDraft, cancellation);
    }

    /// <param name="folder">The notes.</param>
    /// <param name="remarks">Why they cannot be published.</param>
    /// <param name="isWithdrawn">Whether a published edition must be withdrawn, because there are no notes or they are a draft.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<Outcome> RefusedAsync(
        NotesFolder folder, IEnumerable<FileRemark> remarks, bool isWithdrawn, CancellationToken cancellation)
    {
        FileRemark[] all = [.. remarks];
        await reports.TellRefusedAsync(folder.Name, all, isWithdrawn ? StaffReports.NotPublic : FailedFiles.Unchanged, cancellation);
        string[] told = [.. all.Select(remark => $"{remark.File.Name}: {remark.Problem}")];
        return isWithdrawn ? new Outcome.Nothing { Remarks = told } : new Outcome.Refused { Remarks = told };
    }
}
