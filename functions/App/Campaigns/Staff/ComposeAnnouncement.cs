using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Campaigns.Staff;

/// <summary>
/// <c>/redaktion/aussendungen/neu</c>: an announcement is written, and stored held; <c>?von=</c> begins with an earlier one,
/// <c>?termin=</c> with the attendees of a session.
/// </summary>
public sealed class ComposeAnnouncement(
    AnnouncementDesk desk, CampaignStore campaigns, ProgrammeQuery programme, StaffArea staff, TimeProvider clock)
{
    const string Route = ListCampaigns.Route + "/neu";
    public const string Path = "/" + Route;

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

    async Task<AnnouncementFields> TemplateAsync(string? from, string? session, CancellationToken cancellation) =>
        CampaignId.Parse(from) is { } id && await campaigns.FindAsync(id, cancellation) is { Announcement: { } earlier }
            ? new(earlier.Subject, earlier.Text, id.Session?.Value, [.. earlier.Segment.Regions.Select(region => region.Key)],
                [.. earlier.Segment.Sectors.Select(sector => sector.Key)], earlier.Segment.Topics, null)
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
        var sessions = (await programme.AllAsync(cancellation)).Where(session => session.End > since).OrderBy(session => session.Start);
        return new(frame, typed, [.. sessions], await TopicsAsync(cancellation), problems);
    }

    async Task<IReadOnlyList<(string Key, string Name)>> TopicsAsync(CancellationToken cancellation) =>
    [
        .. (await programme.AllAsync(cancellation)).Select(session => session.Focus).Where(focus => focus.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).Order().Select(focus => (NewsletterChoiceModel.KeyOf(focus), focus)),
    ];
}
