using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Documentation;

/// <summary>
/// Brings what is public of a session into line with its notes as they are now. Whoever publishes sees first how things stand, then reads the
/// notes; what it writes holds only if they still stand so. So whoever wrote last had seen the newest notes, and one who was overtaken looks
/// again. Afterwards it looks at the notes once more: they may have gone while nothing stood there that their withdrawal could have changed.
/// Everything is repeatable: a publication that was cut off is simply done once more.
/// </summary>
public sealed class Publisher(Manuscripts manuscripts, Editor editor, Shelf shelf, StaffReports reports, FirstPublications first) : IDisposable
{
    const int Attempts = 20;

    /// <summary>One at a time in a process: pictures stand in memory unpacked, up to 80 MB each.</summary>
    readonly SemaphoreSlim turn = new(1);

    /// <param name="id">The session.</param>
    /// <param name="quiet">How long its files must have rested.</param>
    /// <param name="cancellation">Gives up; done again later, it comes to the same end.</param>
    /// <returns>How long to wait and try again; zero if all is done.</returns>
    public async Task<TimeSpan> PublishAsync(SessionId id, TimeSpan quiet, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                var standing = await shelf.SeeAsync(id, cancellation);
                var manuscript = await manuscripts.FindAsync(id, cancellation);
                if (manuscript.Folder.UnrestAfter(quiet) is var unrest && unrest > TimeSpan.Zero) return unrest;
                if (!standing.IsInLineWith(manuscript) && !await TryBringInLineAsync(standing, manuscript, cancellation)) continue;

                if (!standing.Entry.IsAnnounced) await first.AnnounceAsync(id, cancellation);
                return TimeSpan.Zero;
            }
        }
        finally
        {
            turn.Release();
        }

        throw new InvalidOperationException($"The notes of {id} did not come to rest."); // the host tries again later
    }

    public void Dispose() => turn.Dispose();

    async Task<bool> TryBringInLineAsync(Standing standing, Manuscript manuscript, CancellationToken cancellation) =>
        await TryHandleAsync(standing, manuscript, cancellation)
        && (await manuscripts.FindAsync(manuscript.Id, cancellation)).Fingerprint == manuscript.Fingerprint;

    async Task<bool> TryHandleAsync(Standing standing, Manuscript manuscript, CancellationToken cancellation)
    {
        switch (await editor.EditAsync(manuscript, cancellation))
        {
            case Outcome.Ready ready:
                if (!await shelf.TryPutAsync(standing, ready.Proof, cancellation)) return false;
                await reports.TellHintsAsync(manuscript.Id, ready, cancellation);
                return await shelf.TryPublishAsync(standing, ready.Proof, manuscript.Fingerprint, manuscript.Folder.SeenAt, cancellation);
            case Outcome.Draft draft:
                await reports.TellDraftAsync(manuscript, draft, cancellation);
                return await shelf.TryPreviewAsync(standing, draft.Pdf, manuscript.Fingerprint, cancellation);
            case Outcome.Nothing nothing:
                await reports.TellRefusedAsync(manuscript.Folder.Name, nothing.Remarks, cancellation);
                return await shelf.TryWithdrawAsync(standing, manuscript.Fingerprint, cancellation);
            case Outcome.Refused refused:
                await reports.TellRefusedAsync(manuscript.Folder.Name, refused.Remarks, cancellation);
                return await shelf.TryKeepAsync(standing, manuscript.Fingerprint, cancellation);
            default:
                return false;
        }
    }
}
