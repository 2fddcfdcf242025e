using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Documentation.Sessions;

/// <summary>What the documentation of a session is made from.</summary>
/// <param name="Id">The session.</param>
/// <param name="Folder">Its notes.</param>
/// <param name="Session">The facts of the session; null as long as the programme does not contain it.</param>
sealed record SessionNotes(SessionId Id, NotesFolder Folder, SessionFacts? Session)
{
    public string Fingerprint { get; } = Folder.FingerprintWith(Session);
}
