using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Documentation.Pages;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Documentation;

/// <summary>Lists all documentations, or those that match a visitor's search.</summary>
public sealed class ShowDocumentationList(PublishedStore store, PageRenderer pages)
{
    [Function(nameof(ShowDocumentationList))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dokumentation")] HttpRequest request,
        CancellationToken cancellation)
    {
        var search = DocumentationSearch.Read(request.Query["q"], request.Query["jahr"]);
        var sessions = await store.SessionsAsync(cancellation, withWords: !search.IsForEverything);
        var others = await OtherDocuments.FindAsync(store, cancellation);
        return await pages.ShowAsync(DocumentationListModel.Of(PublishedDocumentation.Of(sessions), search) with { Others = others });
    }
}
