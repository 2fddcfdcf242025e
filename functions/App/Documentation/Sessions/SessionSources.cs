using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Programme;
using ThaffFunctions.Statistics;

namespace ThaffFunctions.Documentation.Sessions;

/// <summary>Lists what sessions' documentations are made from, without downloading the notes.</summary>
public sealed class SessionSources(
    NotesStore notes, ProgrammeQuery programme, ParticipationQuery participation, IOptions<DocumentationOptions> options,
    TimeProvider clock)
{
    internal async Task<Source<SessionNotes>> FindAsync(SessionId id, CancellationToken cancellation)
    {
        var session = await FactsAsync(await programme.FindAsync(id, cancellation), cancellation);
        var found = new SessionNotes(id, await notes.FindAsync(id.Value, cancellation), session);
        return new(found, found.Fingerprint, found.Folder.SeenAt, found.Folder.Rested);
    }

    internal async IAsyncEnumerable<SessionNotes> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var sessions = (await programme.AllAsync(cancellation)).ToDictionary(session => session.Id);
        await foreach (var folder in notes.AllAsync(cancellation))
        {
            if (SessionId.Parse(folder.Name) is { } id)
                yield return new(id, folder, await FactsAsync(sessions.GetValueOrDefault(id), cancellation));
        }
    }

    async Task<SessionFacts?> FactsAsync(Session? session, CancellationToken cancellation) => session is null
        ? null
        : SessionFacts.Of(session) with
        {
            Registered = await participation.FindAsync(session, cancellation),
            IsAhead = clock.GetUtcNow() < options.Value.FirstMomentFor(session),
        };
}
