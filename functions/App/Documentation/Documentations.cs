using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Documentation;

/// <summary>For other slices: what is documented.</summary>
public sealed class Documentations(PublishedStore store)
{
    /// <summary>Whether a session's documentation is public. One that cannot be read is none.</summary>
    public async Task<bool> IncludeAsync(SessionId session, CancellationToken cancellation) =>
        (await store.FindAsync(DocumentPath.Of(session), cancellation))?.Edition is not null;
}
