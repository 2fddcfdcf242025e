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

    /// <summary>For an address of a campaign that is not there.</summary>
    public static readonly Message NoCampaign = new("Diese Aussendung gibt es nicht",
        "Vielleicht ist die Adresse unvollständig, oder der Termin steht nicht mehr im Programm. Hier geht es weiter:");

    /// <summary>Of a mail that cannot be composed now, and of a part of the log that is no part of it.</summary>
    static readonly Message NoView = new("Das gibt es nicht", "Zu dieser Aussendung lässt sich das zurzeit nicht zeigen. Hier geht es weiter:");

    const string InLanguage = "sprache";

    /// <summary>The mail in a language.</summary>
    public static string MailPathOf(CampaignId id, Language language) => $"{PathOf(id)}/ansicht?{InLanguage}={language.Code}";

    public static string PathOf(CampaignId id) => $"{ListCampaigns.Path}/{id}";

    [Function(nameof(OpenCampaign))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } entry) return await staff.ShowMissingAsync(request, NoCampaign);

        request.HttpContext.Response.Headers.ContentSecurityPolicy += "; frame-src 'self'"; // the mail
        return await staff.ShowAsync(await campaigns.PageAsync(
            staff.FrameOf(request), entry, FieldProblems.None, request.Query["zaehlen"] == "alle", cancellation));
    }

    [Function(nameof(ShowCampaignMail))]
    public async Task<IResult> ShowCampaignMail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/ansicht")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } entry) return await staff.ShowMissingAsync(request, NoCampaign);
        if (await campaigns.HtmlAsync(entry, Language.Of(request.Query[InLanguage])) is not { } html)
            return await NoViewAsync(request, entry);

        request.HttpContext.Response.Headers.ContentSecurityPolicy = PolicyOfMail;
        return Results.Content(html, "text/html; charset=utf-8");
    }

    [Function(nameof(ShowCampaignRecipients))]
    public async Task<IResult> ShowCampaignRecipients(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/protokoll")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } entry) return await staff.ShowMissingAsync(request, NoCampaign);

        return await log.PageAsync(entry.Id, request.Query["ab"].ToString(), cancellation) is var (rows, next)
            ? await staff.ShowAsync(new CampaignLogModel(staff.FrameOf(request), entry, rows, next))
            : await NoViewAsync(request, entry);
    }

    async Task<CampaignEntry?> FindAsync(string id, CancellationToken cancellation) =>
        CampaignId.Parse(id) is { } campaign ? await query.FindAsync(campaign, cancellation) : null;

    Task<IResult> NoViewAsync(HttpRequest request, CampaignEntry entry) =>
        staff.ShowMissingAsync(request, NoView with { Links = [(PathOf(entry.Id), "Zur Aussendung")] });
}
