using Microsoft.Extensions.Options;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Campaigns.Scheduling;
using ThaffFunctions.Documentation;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Campaigns.FollowUps;

/// <summary>
/// Tells attendees, and subscribers who asked for it, that a session's documentation is out. Checked again when it is sent: nobody gets it
/// if the documentation was withdrawn.
/// </summary>
sealed class FollowUpMail(
    PreSendCheck check, ListRecipients list, AttendeeRecipients attendees, DocumentationQuery documentation, PageRenderer pages,
    IOptions<SiteOptions> site) : ICampaignMail
{
    public const string KindName = "follow-up";

    /// <summary>Why it reaches nobody.</summary>
    public const string NotPublic = "Die Dokumentation ist nicht mehr veröffentlicht.";

    static readonly MailBatch Withdrawn = MailBatch.ToNobody(NotPublic);

    public CampaignKind Of => CampaignKind.FollowUp;

    public string Kind => KindName;

    public string CalledByStaff => "Nachlese";

    public Task<string?> DescribeAsync(Delivery delivery, CancellationToken cancellation) => check.DescribeAsync(delivery, cancellation);

    public string? StaffPathOf(Delivery delivery) => PreSendCheck.StaffPathOf(delivery);

    public async Task<MailBatch> DraftAsync(Campaign campaign, Session? session, bool toAttendees, Language language)
    {
        var link = site.Value.Link(DocumentationQuery.PathOf(session!.Id));
        var html = await pages.In(language).RenderAsync(toAttendees
            ? new FollowUpModel(session, link, MailBatch.Placeholder(AttendeeRecipients.Name), null, null)
            : new FollowUpModel(session, link, "", MailBatch.Placeholder(ListRecipients.Leave),
                MailBatch.Placeholder(ListRecipients.Settings)));
        var of = language.Say("Dokumentation vom", "Documentation from");
        return new($"{of} {language.ShortDay(session.Start)}: {session.InSubject}", html, []);
    }

    public async Task<MailBatch?> ComposeAsync(string partition, IReadOnlyList<Delivery> deliveries, CancellationToken cancellation)
    {
        var range = CampaignRange.OfPartition(partition);
        var (campaign, session, instead) = await check.CheckAsync(range.Campaign, cancellation);
        if (campaign is null) return instead;
        if (!await documentation.IsPublicAsync(session!.Id, cancellation)) return Withdrawn;

        return range.Range == CampaignRange.Attendees
            ? await attendees.AddInTheirLanguageAsync(
                language => DraftAsync(campaign, session, toAttendees: true, language), session, deliveries, about: null,
                AttendeeState.Seated, cancellation)
            : await list.AddInTheirLanguageAsync(
                language => DraftAsync(campaign, session, toAttendees: false, language), range, campaign, deliveries, cancellation);
    }
}
