using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Programme;
using ThaffFunctions.Staff.Today;

namespace ThaffFunctions.Documentation.Staff;

/// <summary>What the start page says of drafts: notes that are kept and not public yet.</summary>
sealed class WaitingDrafts(PublishedStore store, ProgrammeQuery programme)
{
    public async Task<IReadOnlyList<ToDo>> LookAsync(CancellationToken cancellation)
    {
        var drafts = (await store.SessionsAsync(cancellation)).Where(entry => entry.Preview is not null)
            .ToDictionary(entry => entry.Path.Name);
        return drafts.Count == 0 ? []
            : [.. (await programme.AllAsync(cancellation)).Where(session => drafts.ContainsKey(session.Id.Value))
                .Select(session => new ToDo(TextOf(session, drafts[session.Id.Value]), OpenDocument.PathOf(session.Id.Value)))];
    }

    static string TextOf(Session session, DocumentEntry draft) =>
        $"{session.Title}: Entwurf der Dokumentation{(draft.Edition is null ? "" : $"; {DocumentWords.PublicStays}")}";
}
