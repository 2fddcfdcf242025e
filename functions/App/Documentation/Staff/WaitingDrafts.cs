using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Programme;
using ThaffFunctions.Staff.Today;

namespace ThaffFunctions.Documentation.Staff;

/// <summary>What the start page says of drafts: notes that are kept and not public yet.</summary>
sealed class WaitingDrafts(PreviewStore previews, ProgrammeQuery programme)
{
    public async Task<IReadOnlyList<ToDo>> LookAsync(CancellationToken cancellation)
    {
        var sessions = (await previews.OfSessionsAsync(cancellation)).Keys.Select(path => path.Session).OfType<SessionId>().ToHashSet();
        return sessions.Count == 0 ? []
            : [.. (await programme.AllAsync(cancellation)).Where(session => sessions.Contains(session.Id))
                .Select(session => new ToDo($"{session.Title}: Entwurf der Dokumentation", OpenDocument.PathOf(session.Id.Value)))];
    }
}
