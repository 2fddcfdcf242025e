using Microsoft.Extensions.Options;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Campaigns.Scheduling;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Campaigns.Invitations;

/// <summary>
/// Invites subscribers. Checked again when it is sent: nobody gets it who has left the list or is registered, and nobody at all if the
/// session is cancelled or registration is closed.
/// </summary>
sealed class InvitationMail(PreSendCheck check, ListRecipients list, PageRenderer pages, IOptions<SiteOptions> site) : ICampaignMail
{
    public const string KindName = "invitation";

    public CampaignKind Of => CampaignKind.Invitation;

    public string Kind => KindName;

    public string CalledByStaff => "Einladung";

    public Task<string?> DescribeAsync(Delivery delivery, CancellationToken cancellation) => check.DescribeAsync(delivery, cancellation);

    public string? StaffPathOf(Delivery delivery) => PreSendCheck.StaffPathOf(delivery);

    public async Task<MailBatch> DraftAsync(Campaign campaign, Session? session, bool toAttendees, Language language) => new(
        $"{language.ShortMoment(session!.Start)}: {session.InSubject}",
        await pages.In(language).RenderAsync(new InvitationModel(session, site.Value.Link(language.PathOf(session.Path)),
            site.Value.Link(language.PathOf($"{session.Path}.ics")),
            MailBatch.Placeholder(ListRecipients.Leave), MailBatch.Placeholder(ListRecipients.Settings))),
        []);

    public async Task<MailBatch?> ComposeAsync(string partition, IReadOnlyList<Delivery> deliveries, CancellationToken cancellation)
    {
        var range = CampaignRange.OfPartition(partition);
        var (campaign, session, instead) = await check.CheckAsync(range.Campaign, cancellation);
        return campaign is null ? instead : await list.AddInTheirLanguageAsync(
            language => DraftAsync(campaign, session, toAttendees: false, language), range, campaign, deliveries, cancellation);
    }
}
