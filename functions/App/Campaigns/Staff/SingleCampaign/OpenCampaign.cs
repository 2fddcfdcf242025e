using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Campaigns.Staff.SingleCampaign;

/// <summary><c>/redaktion/aussendungen/{id}</c>: one campaign, its mail, and who got it.</summary>
public sealed class OpenCampaign(CampaignQuery query, CampaignPages campaigns, CampaignLog log, StaffArea staff)
{
    /// <summary>Ids have a point; other pages below the list have none.</summary>
    internal const string Route = ListCampaigns.Route + "/{id:regex([.])}";

    /// <summary>Mails carry their styles in themselves. Whatever an announcement holds, nothing in it runs.</summary>
    const string PolicyOfMail =
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    const string InLanguage = "sprache";

    /// <summary>The mail in a language.</summary>
    public static string MailPathOf(CampaignId id, Language language) => $"{PathOf(id)}/ansicht?{InLanguage}={language.Code}";

    public static string PathOf(CampaignId id) => $"{ListCampaigns.Path}/{id}";

    [Function(nameof(OpenCampaign))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } entry) return await UnknownAsync();

        request.HttpContext.Response.Headers.ContentSecurityPolicy += "; frame-src 'self'"; // the mail
        return await staff.ShowAsync(await campaigns.PageAsync(
            staff.FrameOf(request), entry, FieldProblems.None, request.Query["zaehlen"] == "alle", cancellation));
    }

    [Function(nameof(ShowCampaignMail))]
    public async Task<IResult> ShowCampaignMail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/ansicht")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } entry
            || await campaigns.HtmlAsync(entry, Language.Of(request.Query[InLanguage])) is not { } html)
            return await UnknownAsync();

        request.HttpContext.Response.Headers.ContentSecurityPolicy = PolicyOfMail;
        return Results.Content(html, "text/html; charset=utf-8");
    }

    [Function(nameof(ShowCampaignRecipients))]
    public async Task<IResult> ShowCampaignRecipients(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/protokoll")] HttpRequest request, string id,
        CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } entry
            && await log.PageAsync(entry.Id, request.Query["ab"].ToString(), cancellation) is var (rows, next)
            ? await staff.ShowAsync(new CampaignLogModel(staff.FrameOf(request), entry, rows, next))
            : await UnknownAsync();

    async Task<CampaignEntry?> FindAsync(string id, CancellationToken cancellation) =>
        CampaignId.Parse(id) is { } campaign ? await query.FindAsync(campaign, cancellation) : null;

    Task<IResult> UnknownAsync() => staff.ShowAsync(Message.NotFound, StatusCodes.Status404NotFound);
}
