using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Documentation.Pages;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Pages;

namespace ThaffFunctions.Documentation;

/// <summary>The documentation of a session as a page.</summary>
public sealed class ShowDocumentation(DocumentationStore store, PageRenderer pages)
{
    /// <summary>An edition can be replaced between looking into its entry and fetching its page; hardly ever twice.</summary>
    const int Attempts = 3;

    /// <summary>The host tries routes in no certain order, so that this one must not match the file's.</summary>
    [Function(nameof(ShowDocumentation))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dokumentation/{id:regex(^20[^.]*$)}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (SessionId.Parse(id) is not { } known) return await pages.ShowAsync(Message.NotFound, StatusCodes.Status404NotFound);

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var entry = await store.FindAsync(known, cancellation);
            if (entry?.Edition is not { } edition) return await pages.ShowAbsentAsync(entry);
            if (await store.ReadPageAsync(known, edition.Version, cancellation) is { } content)
                return await pages.ShowAsync(new DocumentationPageModel(known, edition, content));
        }

        throw new InvalidOperationException($"The page of {known} is missing.");
    }
}
