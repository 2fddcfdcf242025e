using System.Runtime.CompilerServices;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Programme;
using ThaffFunctions.Reports;

namespace ThaffFunctions.Documentation;

/// <summary>The notes of a session and what the programme says of it.</summary>
/// <param name="Id">The session.</param>
/// <param name="Folder">The notes.</param>
/// <param name="Session">Null while the programme does not know the session.</param>
public sealed record Manuscript(SessionId Id, NotesFolder Folder, SessionFacts? Session)
{
    public string Fingerprint { get; } = Folder.FingerprintWith(Session);

    public static Manuscript None(SessionId id) => new(id, new(id.Value, [], default), null);
}

/// <summary>Finds manuscripts as they are now; lists them without reading their text.</summary>
public sealed class Manuscripts(NotesStore notes, ProgrammeQuery programme, ParticipationQuery participation)
{
    public async Task<Manuscript> FindAsync(SessionId id, CancellationToken cancellation)
    {
        var session = await programme.FindAsync(id, cancellation);
        return new(id, await notes.FindAsync(id.Value, cancellation), await FactsAsync(session, cancellation));
    }

    public async IAsyncEnumerable<Manuscript> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var sessions = (await programme.AllAsync(cancellation)).ToDictionary(session => session.Id);
        await foreach (var folder in notes.AllAsync(cancellation))
        {
            if (SessionId.Parse(folder.Name) is { } id) yield return new(id, folder, await FactsAsync(sessions.GetValueOrDefault(id), cancellation));
        }
    }

    async Task<SessionFacts?> FactsAsync(Session? session, CancellationToken cancellation) => session is null
        ? null
        : SessionFacts.Of(session) with { Participation = await participation.FindAsync(session, cancellation) };
}
