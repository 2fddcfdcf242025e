using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Pages;

namespace ThaffFunctions.Documentation;

/// <summary>The documentations to subscribe to.</summary>
public sealed class ServeDocumentationFeed(DocumentationStore store, DocumentationFeed feed)
{
    [Function(nameof(ServeDocumentationFeed))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dokumentation/feed.atom")] HttpRequest request, CancellationToken cancellation) =>
        Feed.Serve(request, feed.Write(await store.PublishedAsync(cancellation)), "application/atom+xml; charset=utf-8");
}
