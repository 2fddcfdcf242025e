using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Web;
using ThaffFunctions.Shared.Web.Pages;

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

    const string ListRoute = KitRoute + "/liste";

    [Function(nameof(ShowKits))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        pages.For(request).ShowAsync(new KitsModel());

    [Function(nameof(ShowEnglishKits))]
    public Task<IResult> ShowEnglishKits(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "en/" + Route)] HttpRequest request) =>
        pages.For(request).ShowAsync(new KitsModel());

    [Function(nameof(ShowKit))]
    public Task<IResult> ShowKit([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = KitRoute)] HttpRequest request,
        string segment, CancellationToken cancellation) =>
        ShowKitAsync(request, segment, cancellation);

    [Function(nameof(ShowEnglishKit))]
    public Task<IResult> ShowEnglishKit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "en/" + KitRoute)] HttpRequest request, string segment,
        CancellationToken cancellation) =>
        ShowKitAsync(request, segment, cancellation);

    /// <summary>The one page that any site may show in a frame: nothing can be entered or clicked by mistake on it.</summary>
    [Function(nameof(ShowKitList))]
    public Task<IResult> ShowKitList([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ListRoute)] HttpRequest request,
        string segment, CancellationToken cancellation) =>
        ShowListAsync(request, segment, cancellation);

    [Function(nameof(ShowEnglishKitList))]
    public Task<IResult> ShowEnglishKitList(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "en/" + ListRoute)] HttpRequest request, string segment,
        CancellationToken cancellation) =>
        ShowListAsync(request, segment, cancellation);

    async Task<IResult> ShowKitAsync(HttpRequest request, string segment, CancellationToken cancellation)
    {
        var speaking = pages.For(request);
        return Segment.Find(segment) is { } known
            ? await speaking.ShowAsync(KitModel.Of(known, await AheadAsync(known, cancellation), site.Value, speaking.Language))
            : await UnknownAsync(speaking);
    }

    async Task<IResult> ShowListAsync(HttpRequest request, string segment, CancellationToken cancellation)
    {
        var speaking = pages.For(request);
        if (Segment.Find(segment) is not { } known) return await UnknownAsync(speaking);

        SecurityHeaders.LetAnySiteFrame(request.HttpContext.Response.Headers);
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=300";
        return await speaking.ShowAsync(new KitListModel(known, await AheadAsync(known, cancellation)));
    }

    async Task<IReadOnlyList<Session>> AheadAsync(Segment segment, CancellationToken cancellation) =>
    [
        .. (await programme.AllAsync(cancellation))
            .Where(session => !session.IsCancelled && !session.IsPastAt(clock.GetUtcNow()) && segment.Concerns(session)),
    ];

    static Task<IResult> UnknownAsync(PageRenderer speaking) =>
        speaking.ShowAsync(Message.NotFoundIn(speaking.Language), StatusCodes.Status404NotFound);
}
