using AccessiblePdf;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web.Files;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Site;

/// <summary>Serves the pictures that other sites show beside a link to a page, made of its title and date, and the site's icon.</summary>
public sealed class ShowPreviewPictures(ProgrammeQuery programme, PageRenderer pages)
{
    const string Png = "image/png";
    const string Name = "ThAFF Praxisaustausch";

    static readonly Lazy<byte[]> s_site = new(() => PreviewPicture.Write(Name,
        "Internationale Fachkräfte gewinnen und halten", "Jeden Monat zwei Stunden, ein Schwerpunkt"));

    static readonly Lazy<byte[]> s_icon = new(() => Ico(PreviewPicture.Icon('P')));

    [Function("ShowSessionPicture")]
    public async Task<IResult> Session(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "termine/{id:regex(^[^.]+$)}.png")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        SessionId.Parse(id) is { } known && await programme.FindAsync(known, cancellation) is { } session
            ? Feed.Serve(request, PreviewPicture.Write(Name, session.Title, $"{Berlin.Day(session.Start)}, {Berlin.Hours(session.Start, session.End)}"), Png)
            : await pages.ShowAsync(Message.NotFound, StatusCodes.Status404NotFound);

    [Function("ShowSitePicture")]
    public static IResult Site(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/vorschau.png")] HttpRequest request) =>
        Feed.Serve(request, s_site.Value, Png);

    [Function("ShowIcon")]
    public static IResult Icon([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "favicon.ico")] HttpRequest request)
    {
        var answer = Feed.Serve(request, s_icon.Value, "image/x-icon");
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=86400";
        return answer;
    }

    /// <summary>An icon file with one picture of 32 by 32 pixels, which may be a PNG.</summary>
    static byte[] Ico(byte[] png) =>
    [
        0, 0, 1, 0, 1, 0, // an icon, with one picture
        32, 32, 0, 0, 1, 0, 32, 0, .. BitConverter.GetBytes(png.Length), 22, 0, 0, 0,
        .. png,
    ];
}
