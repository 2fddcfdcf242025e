using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Documentation;

/// <summary>For other slices: which sessions are documented.</summary>
public sealed class DocumentationQuery(PublishedStore store)
{
    public static string PathOf(SessionId session) => $"/dokumentation/{session}";

    public async Task<bool> IsPublicAsync(SessionId session, CancellationToken cancellation) =>
        (await store.FindAsync(DocumentPath.Of(session), cancellation))?.Edition is not null;
}
