using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Documentation.Pages;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Pages;

namespace ThaffFunctions.Documentation;

/// <summary>The documentation of a session as a page.</summary>
public sealed class ShowDocumentation(DocumentationStore store, PageRenderer pages)
{
    /// <summary>The host tries routes in no certain order, so that this one must not match the file's.</summary>
    [Function(nameof(ShowDocumentation))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dokumentation/{id:regex(^20[^.]*$)}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (SessionId.Parse(id) is not { } known) return await pages.ShowAbsentAsync(null);

        var (entry, page) = await store.OpenAsync(known, (path, version) => path.Page(version), cancellation);
        return page is null
            ? await pages.ShowAbsentAsync(entry)
            : await pages.ShowAsync(new DocumentationPageModel(known, entry!.Edition!, await page.ReadTextAsync(cancellation)));
    }
}
