using AccessiblePdf;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Web.Files;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Site.Multipliers;

/// <summary>The files of a kit: calendar and picture in both languages, and the feed.</summary>
public sealed class ServeKitFiles(
    ProgrammeQuery programme, SessionCalendar calendar, PageRenderer pages, IOptions<SiteOptions> site, TimeProvider clock)
{
    const string CalendarRoute = ShowKits.KitRoute + ".ics";
    const string PictureRoute = ShowKits.KitRoute + ".png";

    [Function("ServeKitCalendar")]
    public Task<IResult> Calendar([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = CalendarRoute)] HttpRequest request,
        string segment, CancellationToken cancellation) =>
        ServeCalendarAsync(request, segment, cancellation);

    [Function("ServeEnglishKitCalendar")]
    public Task<IResult> EnglishCalendar(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "en/" + CalendarRoute)] HttpRequest request, string segment,
        CancellationToken cancellation) =>
        ServeCalendarAsync(request, segment, cancellation);

    /// <summary>Of sessions to come, cancelled ones included: readers keep what they have read.</summary>
    [Function("ServeKitFeed")]
    public async Task<IResult> Atom(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ShowKits.KitRoute + ".atom")] HttpRequest request,
        string segment, CancellationToken cancellation) =>
        Segment.Find(segment) is { } known
            ? Feed.Serve(request, SessionFeed.Write(known, (await programme.AllAsync(cancellation))
                .Where(session => !session.IsPastAt(clock.GetUtcNow()) && known.Concerns(session)), site.Value), AtomFeed.Type)
            : await UnknownAsync(pages);

    [Function("ServeKitPicture")]
    public Task<IResult> Picture(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = PictureRoute)] HttpRequest request, string segment) =>
        ServePictureAsync(request, segment);

    [Function("ServeEnglishKitPicture")]
    public Task<IResult> EnglishPicture(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "en/" + PictureRoute)] HttpRequest request, string segment) =>
        ServePictureAsync(request, segment);

    async Task<IResult> ServeCalendarAsync(HttpRequest request, string segment, CancellationToken cancellation)
    {
        var speaking = pages.For(request);
        return Segment.Find(segment) is { } known
            ? Feed.Serve(request, calendar.Publish((await programme.AllAsync(cancellation)).Where(known.Concerns), speaking.Language),
                "text/calendar; charset=utf-8", $"praxisaustausch-{segment}.ics")
            : await UnknownAsync(speaking);
    }

    async Task<IResult> ServePictureAsync(HttpRequest request, string segment)
    {
        var speaking = pages.For(request);
        return Segment.Find(segment) is { } known
            ? Feed.Serve(request, PreviewPicture.Write("ThAFF Praxisaustausch", speaking.Language.Say(KitModel.Slogan),
                KitModel.FootOf(known, speaking.Language)), "image/png")
            : await UnknownAsync(speaking);
    }

    static Task<IResult> UnknownAsync(PageRenderer speaking) =>
        speaking.ShowAsync(Message.NotFoundIn(speaking.Language), StatusCodes.Status404NotFound);
}
