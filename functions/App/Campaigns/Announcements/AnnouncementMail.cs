using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Campaigns.Scheduling;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Campaigns.Announcements;

/// <summary>
/// What staff write, to subscribers or to people who are registered for a session. Their words go to all; what stands around them is in the
/// language of who gets it.
/// </summary>
sealed class AnnouncementMail(PreSendCheck check, ListRecipients list, AttendeeRecipients attendees, PageRenderer pages) : ICampaignMail
{
    public const string KindName = "announcement";

    public CampaignKind Of => CampaignKind.Announcement;

    public string Kind => KindName;

    public string CalledByStaff => "Mitteilung";

    public Task<string?> DescribeAsync(Delivery delivery, CancellationToken cancellation) => check.DescribeAsync(delivery, cancellation);

    public string? StaffPathOf(Delivery delivery) => PreSendCheck.StaffPathOf(delivery);

    public async Task<MailBatch> DraftAsync(Campaign campaign, Session? session, bool toAttendees, Language language)
    {
        var announcement = campaign.Announcement!;
        var model = toAttendees
            ? new AnnouncementModel(announcement, session, MailBatch.Placeholder(AttendeeRecipients.Name), null, null)
            : new AnnouncementModel(announcement, null, "", MailBatch.Placeholder(ListRecipients.Leave),
                MailBatch.Placeholder(ListRecipients.Settings));
        return new(announcement.Subject, await pages.In(language).RenderAsync(model), []);
    }

    public async Task<MailBatch?> ComposeAsync(string partition, IReadOnlyList<Delivery> deliveries, CancellationToken cancellation)
    {
        var range = CampaignRange.OfPartition(partition);
        var (campaign, session, instead) = await check.CheckAsync(range.Campaign, cancellation);
        if (campaign is null) return instead;

        return session is not null
            ? await attendees.AddInTheirLanguageAsync(
                DraftIn, session, deliveries, $"{CalledByStaff} „{campaign.Announcement!.Subject}“", campaign.Addressed, cancellation)
            : await list.AddInTheirLanguageAsync(DraftIn, range, campaign, deliveries, cancellation);

        Task<MailBatch> DraftIn(Language language) => DraftAsync(campaign, session, session is not null, language);
    }
}
