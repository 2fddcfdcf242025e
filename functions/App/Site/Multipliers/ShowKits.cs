using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Site.Multipliers;

/// <summary>
/// For chambers, offices and projects that tell others of the programme: a page for each sector and region with text, picture, calendar,
/// feed and a list to embed.
/// </summary>
public sealed class ShowKits(ProgrammeQuery programme, PageRenderer pages, IOptions<SiteOptions> site, TimeProvider clock)
{
    internal const string Route = "multiplikatoren";
    internal const string KitRoute = Route + "/{segment:regex(^[^.]+$)}";
    public const string Path = "/" + Route;

    [Function(nameof(ShowKits))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        pages.ShowAsync(new KitsModel());

    [Function(nameof(ShowKit))]
    public async Task<IResult> ShowKit([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = KitRoute)] HttpRequest request,
        string segment, CancellationToken cancellation) =>
        Segment.Find(segment) is { } known
            ? await pages.ShowAsync(KitModel.Of(known, await AheadAsync(known, cancellation), site.Value))
            : await UnknownAsync();

    /// <summary>The one page that any site may show in a frame: nothing can be entered or clicked by mistake on it.</summary>
    [Function(nameof(ShowKitList))]
    public async Task<IResult> ShowKitList(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = KitRoute + "/liste")] HttpRequest request,
        string segment, CancellationToken cancellation)
    {
        if (Segment.Find(segment) is not { } known) return await UnknownAsync();

        SecurityHeaders.LetAnySiteFrame(request.HttpContext.Response.Headers);
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=300";
        return await pages.ShowAsync(new KitListModel(known, await AheadAsync(known, cancellation)));
    }

    async Task<IReadOnlyList<Session>> AheadAsync(Segment segment, CancellationToken cancellation) =>
    [
        .. (await programme.AllAsync(cancellation))
            .Where(session => !session.IsCancelled && !session.IsPastAt(clock.GetUtcNow()) && segment.Concerns(session)),
    ];

    Task<IResult> UnknownAsync() => pages.ShowAsync(Message.NotFound, StatusCodes.Status404NotFound);
}
