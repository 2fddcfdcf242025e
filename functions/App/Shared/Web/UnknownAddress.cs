using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ThaffFunctions.Shared.Web;

/// <summary>
/// Answers every address that no other function knows with a page instead of the host's empty 404. The host asks functions in the order of
/// their names and takes the first whose route fits, so this name must stay the last; a test holds it.
/// </summary>
public sealed class UnknownAddress(PageRenderer pages)
{
    [Function(nameof(UnknownAddress))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*address}")] HttpRequest request) =>
        IsForPeople(request)
            ? await pages.ShowAsync(Message.NotFound, StatusCodes.Status404NotFound)
            : Results.Problem(title: "Nicht gefunden", detail: "Unter dieser Adresse gibt es nichts.",
            statusCode: StatusCodes.Status404NotFound);

    /// <summary>Whoever asks for JSON, or sends it, is a program.</summary>
    static bool IsForPeople(HttpRequest request) =>
        !request.HasJsonContentType()
            && !request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.OrdinalIgnoreCase);
}
