using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Documentation.Pages;
using ThaffFunctions.Documentation.Publications;
using ThaffFunctions.Shared.Pages;

namespace ThaffFunctions.Documentation;

/// <summary>All documentations, or those that a visitor looks for.</summary>
public sealed class ShowDocumentationList(DocumentationStore store, PublicationStore publications, PageRenderer pages)
{
    [Function(nameof(ShowDocumentationList))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dokumentation")] HttpRequest request, CancellationToken cancellation)
    {
        var search = DocumentationSearch.Read(request.Query["q"], request.Query["jahr"]);
        var published = await store.PublishedAsync(cancellation);
        var found = search.IsForEverything ? null : await store.FindAsync(search, cancellation);
        return await pages.ShowAsync(DocumentationListModel.Of(published, search, found) with { Collections = await Collections.FindAsync(publications, cancellation) });
    }
}
