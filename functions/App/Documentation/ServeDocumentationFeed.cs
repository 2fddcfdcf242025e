using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.Shared.Web.Files;

namespace ThaffFunctions.Documentation;

/// <summary>Serves the Atom feed of documentations.</summary>
public sealed class ServeDocumentationFeed(PublishedStore store, DocumentationFeed feed)
{
    [Function(nameof(ServeDocumentationFeed))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dokumentation/feed.atom")] HttpRequest request,
        CancellationToken cancellation)
    {
        var published = PublishedDocumentation.Of(await store.SessionsAsync(cancellation));
        return Feed.Serve(request, feed.Write(published), AtomFeed.Type);
    }
}
