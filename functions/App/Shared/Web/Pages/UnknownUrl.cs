using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ThaffFunctions.Shared.Web.Pages;

/// <summary>
/// Answers every address that has no other function with a page instead of the host's empty 404. The host tries functions in the order of
/// their names and takes the first with a matching route, so this name must be the last; a test checks it.
/// </summary>
public sealed class UnknownUrl(PageRenderer pages, IEnumerable<MessageOfPart> ofParts)
{
    [Function(nameof(UnknownUrl))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*address}")] HttpRequest request)
    {
        if (!IsForPeople(request))
            return Results.Problem(title: "Nicht gefunden", detail: "Unter dieser Adresse gibt es nichts.",
                statusCode: StatusCodes.Status404NotFound);

        return await pages.For(request).ShowAsync(
            request, Message.NotFoundIn(Language.OfPath(request.Path)), StatusCodes.Status404NotFound, ofParts);
    }

    /// <summary>False for clients that send or accept JSON: they are programs.</summary>
    static bool IsForPeople(HttpRequest request) =>
        !request.HasJsonContentType()
            && !request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.OrdinalIgnoreCase);
}
