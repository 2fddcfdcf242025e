using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Failures;

namespace ThaffFunctions.Documentation;

/// <summary>
/// Brings what is public of a session into line with its notes as they are now. Whoever publishes sees first how things stand, then reads the
/// notes; what it writes holds only if they still stand so. So whoever wrote last had seen the newest notes, and one who was overtaken looks
/// again. Afterwards it looks at the notes once more: they may have gone while nothing stood there that their withdrawal could have changed.
/// Everything is repeatable: a publication that was cut off is simply done once more.
/// </summary>
public sealed class Publisher(Manuscripts manuscripts, Editor editor, Shelf shelf, StaffReports reports, FirstPublications first, Turn turn)
{
    /// <param name="id">The session.</param>
    /// <param name="quiet">How long its files must have rested.</param>
    /// <param name="cancellation">Gives up; done again later, it comes to the same end.</param>
    /// <returns>How long to wait and try again; zero if all is done.</returns>
    public Task<TimeSpan> PublishAsync(SessionId id, TimeSpan quiet, CancellationToken cancellation) => turn.TakeAsync(id.Value, () => TryAsync(id, quiet, cancellation), cancellation);

    async Task<TimeSpan?> TryAsync(SessionId id, TimeSpan quiet, CancellationToken cancellation)
    {
        var standing = await shelf.SeeAsync(id, cancellation);
        var manuscript = await manuscripts.FindAsync(id, cancellation);
        if (manuscript.Folder.UnrestAfter(quiet) is var unrest && unrest > TimeSpan.Zero) return unrest;
        if (!standing.IsInLineWith(manuscript) && !await TryBringInLineAsync(standing, manuscript, cancellation)) return null;

        if (!standing.Entry.IsAnnounced) await first.AnnounceAsync(id, cancellation);
        return TimeSpan.Zero;
    }

    async Task<bool> TryBringInLineAsync(Standing standing, Manuscript manuscript, CancellationToken cancellation) =>
        await TryHandleAsync(standing, manuscript, cancellation)
        && (await manuscripts.FindAsync(manuscript.Id, cancellation)).Fingerprint == manuscript.Fingerprint;

    async Task<bool> TryHandleAsync(Standing standing, Manuscript manuscript, CancellationToken cancellation)
    {
        switch (await editor.EditAsync(manuscript, cancellation))
        {
            case Outcome.Ready ready:
                await reports.TellHintsAsync(manuscript.Id, ready, cancellation);
                return await shelf.TryPublishAsync(standing, ready.Proof, manuscript.Fingerprint, manuscript.Folder.SeenAt, cancellation);
            case Outcome.Draft draft:
                await reports.TellDraftAsync(
                    manuscript.Folder.Name, draft.File, PreviewStore.NameOf(manuscript.Id), draft.Hints.Select(hint => hint.ToString()), cancellation);
                return await shelf.TryPreviewAsync(standing, draft.Pdf, manuscript.Fingerprint, cancellation);
            case Outcome.Nothing nothing:
                await reports.TellRefusedAsync(manuscript.Folder.Name, nothing.Remarks, StaffReports.NotPublic, cancellation);
                return await shelf.TryWithdrawAsync(standing, manuscript.Fingerprint, cancellation);
            case Outcome.Refused refused:
                await reports.TellRefusedAsync(manuscript.Folder.Name, refused.Remarks, FailedFiles.Unchanged, cancellation);
                return await shelf.TryKeepAsync(standing, manuscript.Fingerprint, cancellation);
            default:
                return false;
        }
    }
}
