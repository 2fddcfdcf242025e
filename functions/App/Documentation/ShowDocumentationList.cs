using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Documentation.Pages;
using ThaffFunctions.Shared.Pages;

namespace ThaffFunctions.Documentation;

/// <summary>All documentations.</summary>
public sealed class ShowDocumentationList(DocumentationStore store, PageRenderer pages)
{
    [Function(nameof(ShowDocumentationList))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dokumentation")] HttpRequest request, CancellationToken cancellation) =>
        await pages.ShowAsync(DocumentationListModel.Of(await store.AllAsync(cancellation)));
}
