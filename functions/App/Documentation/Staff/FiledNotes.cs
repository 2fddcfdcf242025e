using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Documentation.Staff;

/// <summary>Whether a session is documented, or files for that lie there, so that it cannot be deleted.</summary>
sealed class FiledNotes(NotesStore notes, PublishedStore published)
{
    /// <returns>A sentence for staff; null if there is nothing.</returns>
    public async Task<string?> TieAsync(Session session, CancellationToken cancellation) =>
        await published.FindAsync(DocumentPath.Of(session.Id), cancellation) is not null
            || (await notes.FindAsync(session.Id.Value, cancellation)).Files.Count > 0
            ? "Dazu gibt es eine Mitschrift, Bilder, Material oder eine Dokumentation." : null;
}
