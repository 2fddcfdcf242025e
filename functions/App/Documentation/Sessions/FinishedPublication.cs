using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation.Sessions;

/// <summary>The publication of a session's notes: done once what is published is up to date with them.</summary>
sealed class FinishedPublication(Publisher publisher, SessionSources sources) : IFinishedWork
{
    public string Queue => Queues.Publications;

    public async Task<bool> IsDoneAsync(string message, CancellationToken cancellation) =>
        SessionId.Parse(message) is { } session
        && await publisher.IsCurrentAsync(DocumentPath.Of(session), await sources.FindAsync(session, cancellation), cancellation);
}
