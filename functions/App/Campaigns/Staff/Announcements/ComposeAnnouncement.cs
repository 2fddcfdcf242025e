using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Campaigns.Staff.SingleCampaign;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Campaigns.Staff.Announcements;

/// <summary>
/// <c>/redaktion/aussendungen/neu</c>: an announcement is written, and stored held; <c>?von=</c> begins with an earlier one,
/// <c>?termin=</c> with those who have a seat in a session, or wait (<c>…/warteliste</c>).
/// <c>/redaktion/aussendungen/mitteilungen/{id}</c>: one that waits is changed.
/// </summary>
public sealed class ComposeAnnouncement(
    AnnouncementDesk desk, CampaignStore campaigns, ProgrammeQuery programme, StaffArea staff, TimeProvider clock)
{
    const string Route = ListCampaigns.Route + "/neu";
    public const string Path = "/" + Route;

    /// <summary>Not below the campaign, where every form is one of <see cref="ActOnCampaign"/>.</summary>
    const string Written = "/mitteilungen/", RouteOfOne = ListCampaigns.Route + Written + "{id}";

    static readonly Message NoAnnouncement = new("Diese Mitteilung gibt es nicht",
        "Vielleicht ist die Adresse unvollständig. Hier geht es weiter:");

    public static string PathOf(CampaignId id) => $"{ListCampaigns.Path}{Written}{id}";

    /// <summary>Attendees of sessions longer ago have been erased as a rule.</summary>
    static readonly TimeSpan Lately = TimeSpan.FromDays(90);

    [Function(nameof(BeginAnnouncement))]
    public async Task<IResult> BeginAnnouncement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        await staff.ShowAsync(await PageAsync(
            staff.FrameOf(request), await TemplateAsync(request.Query["von"], request.Query["termin"], cancellation), FieldProblems.None,
            cancellation));

    [Function(nameof(ComposeAnnouncement))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        CancellationToken cancellation) => staff.ActAsync<AnnouncementFormPage>(
        request,
        async post =>
        {
            var (id, problems) = await desk.AddAsync(await TypedAsync(post, cancellation), cancellation);
            foreach (var (field, text) in problems.All) post.Problems.Add(field, text);
            return id is null ? null : new(OpenCampaign.PathOf(id),
                "Die Mitteilung ist gespeichert und angehalten. Bitte sehen Sie sie an, und geben Sie sie dann frei.", "Mitteilung geschrieben",
                $"Aussendung {id}");
        },
        async post => await PageAsync(post.Frame, await TypedAsync(post, cancellation), post.Problems, cancellation),
        cancellation, "regions", "sectors", "topics");

    [Function(nameof(ReadAnnouncement))]
    public Task<IResult> ReadAnnouncement([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = RouteOfOne)] HttpRequest request,
        string id, CancellationToken cancellation) => WithAsync(request, id, async campaign => await staff.ShowAsync(await PageAsync(
            staff.FrameOf(request), campaign, AnnouncementFields.Of(campaign), FieldProblems.None, cancellation)), cancellation);

    [Function(nameof(RewriteAnnouncement))]
    public Task<IResult> RewriteAnnouncement([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfOne)] HttpRequest request,
        string id, CancellationToken cancellation) => WithAsync(request, id, campaign => staff.ActAsync<AnnouncementFormPage>(
        request,
        async post =>
        {
            var typed = await TypedAsync(post, cancellation) with { Session = AnnouncementFields.Of(campaign).Session };
            foreach (var (field, text) in (await desk.ChangeAsync(campaign.Id, post[FormVersion.Field], typed, cancellation)).All)
                post.Problems.Add(field, text);
            return post.Problems.Any ? null : new(OpenCampaign.PathOf(campaign.Id),
                "Die Mitteilung ist geändert. Bitte sehen Sie sie noch einmal an, bevor Sie sie freigeben.", "Mitteilung geändert",
                $"Aussendung {campaign.Id}");
        },
        async post =>
        {
            var now = await campaigns.FindAsync(campaign.Id, cancellation) ?? campaign;
            var (typed, changed) = AnnouncementFields.Form.Merge(
                post[FormVersion.Field], AnnouncementFields.Of(now), await TypedAsync(post, cancellation));
            return await PageAsync(post.Frame, now, typed, post.Problems, cancellation) with { ChangedMeanwhile = changed };
        },
        cancellation, "regions", "sectors", "topics"), cancellation);

    async Task<IResult> WithAsync(HttpRequest request, string id, Func<Campaign, Task<IResult>> answer,
        CancellationToken cancellation) =>
        CampaignId.Parse(id) is { } known && await campaigns.FindAsync(known, cancellation) is { Announcement: not null } campaign
            ? await answer(campaign)
            : await staff.ShowMissingAsync(request, NoAnnouncement);

    async Task<AnnouncementFormModel> PageAsync(StaffFrame frame, Campaign campaign, AnnouncementFields typed, FieldProblems problems,
        CancellationToken cancellation) => await PageAsync(frame, typed, problems, cancellation) with
        {
            Id = campaign.Id,
            Stored = AnnouncementFields.Of(campaign),
        };

    async Task<AnnouncementFields> TemplateAsync(string? from, string? session, CancellationToken cancellation) =>
        CampaignId.Parse(from) is { } id && await campaigns.FindAsync(id, cancellation) is { Announcement: not null } earlier
            ? AnnouncementFields.Of(earlier) with { Due = null }
            : new("", "", session, [], [], [], null);

    async Task<AnnouncementFields> TypedAsync(StaffPost post, CancellationToken cancellation)
    {
        var chosen = post.Body.List("topics");
        var topics = (await TopicsAsync(cancellation)).Where(topic => chosen.Contains(topic.Key)).Select(topic => topic.Name);
        return new(post["subject"], post["text"], post["session"], post.Body.List("regions"), post.Body.List("sectors"), [.. topics],
            post["due"]);
    }

    async Task<AnnouncementFormModel> PageAsync(
        StaffFrame frame, AnnouncementFields typed, FieldProblems problems, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow() - Lately;
        var sessions = (await programme.AllAsync(cancellation))
            .Where(session => session.End > since && !session.IsCancelled).OrderBy(session => session.Start);
        return new(frame, typed, [.. sessions], await TopicsAsync(cancellation), problems);
    }

    async Task<IReadOnlyList<(string Key, string Name)>> TopicsAsync(CancellationToken cancellation) =>
    [
        .. (await programme.AllAsync(cancellation)).Select(session => session.Focus).Where(focus => focus.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).Order().Select(focus => (NewsletterChoiceModel.KeyOf(focus), focus)),
    ];
}
