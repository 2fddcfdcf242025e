using Microsoft.AspNetCore.Http;
using ThaffFunctions.Shared.Pages;

namespace ThaffFunctions.Documentation;

/// <summary>The answer where there is no documentation: never was (404), or was withdrawn (410).</summary>
static class AbsentDocumentation
{
    static readonly Message Withdrawn = new("Dokumentation zurückgezogen", "Diese Dokumentation wurde zurückgezogen.", "Alle anderen finden Sie in der Übersicht der Dokumentation.");

    public static Task<IResult> ShowAbsentAsync(this PageRenderer pages, DocumentationEntry? entry) => entry is { IsWithdrawn: true }
        ? pages.ShowAsync(Withdrawn, StatusCodes.Status410Gone)
        : pages.ShowAsync(Message.NotFound, StatusCodes.Status404NotFound);
}
