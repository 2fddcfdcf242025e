using ThaffFunctions.Documentation.GoodPractice;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.YearVolume;
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
        var sessions = drafts.Count == 0 ? [] : await programme.AllAsync(cancellation);
        var volumes = await store.NamedAsync(VolumePlan.Name, cancellation);
        return
        [
            .. sessions.Where(session => drafts.ContainsKey(session.Id.Value)).Select(session =>
                Of(session.Id.Value, $"{session.Title}: Entwurf der Dokumentation", drafts[session.Id.Value], DocumentWords.PublicStays)),
            .. volumes.Where(volume => volume.Preview is not null).Select(volume => Of(
                volume.Path.Folder, $"Vorwort {volume.Path.Folder}: Entwurf", volume, "die Jahresdokumentation ist ohne Vorwort öffentlich")),
            .. await store.FindAsync(ReportEditor.Path, cancellation) is { Preview: not null } report
                ? [Of(ReportEditor.Folder, $"{ReportEditor.CalledByStaff}: Entwurf", report, DocumentWords.PublicStays)]
                : Array.Empty<ToDo>(),
        ];
    }

    /// <param name="isPublic">What is said if an edition of the document is public all the same.</param>
    static ToDo Of(string folder, string text, DocumentEntry draft, string isPublic) =>
        new(draft.Edition is null ? text : $"{text}; {isPublic}", OpenDocument.PathOf(folder));
}
