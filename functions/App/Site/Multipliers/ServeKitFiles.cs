using AccessiblePdf;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Site.Multipliers;

/// <summary>The files of a kit: calendar, feed and picture.</summary>
public sealed class ServeKitFiles(
    ProgrammeQuery programme, SessionCalendar calendar, PageRenderer pages, IOptions<SiteOptions> site, TimeProvider clock)
{
    [Function("ServeKitCalendar")]
    public async Task<IResult> Calendar(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ShowKits.KitRoute + ".ics")] HttpRequest request,
        string segment, CancellationToken cancellation) =>
        Segment.Find(segment) is { } known
            ? Feed.Serve(request, calendar.Publish((await programme.AllAsync(cancellation)).Where(known.Concerns)),
                "text/calendar; charset=utf-8", $"praxisaustausch-{segment}.ics")
            : await UnknownAsync();

    /// <summary>Of sessions to come, cancelled ones included: readers keep what they have read.</summary>
    [Function("ServeKitFeed")]
    public async Task<IResult> Atom(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ShowKits.KitRoute + ".atom")] HttpRequest request,
        string segment, CancellationToken cancellation) =>
        Segment.Find(segment) is { } known
            ? Feed.Serve(request, SessionFeed.Write(known, (await programme.AllAsync(cancellation))
                .Where(session => !session.IsPastAt(clock.GetUtcNow()) && known.Concerns(session)), site.Value), AtomFeed.Type)
            : await UnknownAsync();

    [Function("ServeKitPicture")]
    public async Task<IResult> Picture(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ShowKits.KitRoute + ".png")] HttpRequest request, string segment) =>
        Segment.Find(segment) is { } known
            ? Feed.Serve(request, PreviewPicture.Write("ThAFF Praxisaustausch", KitModel.Slogan, KitModel.FootOf(known)), "image/png")
            : await UnknownAsync();

    Task<IResult> UnknownAsync() => pages.ShowAsync(Message.NotFound, StatusCodes.Status404NotFound);
}
