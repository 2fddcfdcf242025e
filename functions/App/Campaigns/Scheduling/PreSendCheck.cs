using Microsoft.Extensions.Options;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Campaigns.Staff.SingleCampaign;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Campaigns.Scheduling;

/// <summary>
/// The check right before a campaign's mails are sent. While it is paused, and on days that are kept free, they wait. If it was
/// cancelled or is done, or its session was moved or cancelled, they are skipped. If it is too late for them, they are skipped, and the
/// campaign is reported to staff as missed.
/// </summary>
sealed class PreSendCheck(CampaignStore campaigns, ProgrammeQuery programme, IOptions<CampaignOptions> options, TimeProvider clock)
{
    static readonly MailBatch Stopped = MailBatch.ToNobody("Die Aussendung wurde abgebrochen.");
    static readonly MailBatch CalledOff = MailBatch.ToNobody("Der Termin ist abgesagt oder verlegt.");
    static readonly MailBatch TooLate = MailBatch.ToNobody("Für diese Aussendung war es zu spät.");

    /// <summary>What a delivery of a campaign is about, for staff.</summary>
    public async Task<string?> DescribeAsync(Delivery delivery, CancellationToken cancellation)
    {
        var id = CampaignRange.OfPartition(delivery.Id.Partition).Campaign;
        if (await campaigns.FindAsync(id, cancellation) is { Announcement: { } announcement }) return $"„{announcement.Subject}“";

        return id.Session is { } known && await programme.FindAsync(known, cancellation) is { } session
            ? $"„{session.Title}“ am {Berlin.Day(session.Start)}"
            : null;
    }

    /// <summary>The page of the campaign, with its log.</summary>
    public static string StaffPathOf(Delivery delivery) => OpenCampaign.PathOf(CampaignRange.OfPartition(delivery.Id.Partition).Campaign);

    /// <returns>
    /// The campaign, and its session if it has one, if mails may be sent now. Otherwise the campaign is null, and the third value is the
    /// reason to skip them, or null while they wait (the campaign is paused, or it is a rest day).
    /// </returns>
    public async Task<(Campaign? Campaign, Session? Session, MailBatch? Instead)> CheckAsync(CampaignId id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var campaign = await campaigns.FindAsync(id, cancellation);
        if (campaign is null or { State: CampaignState.Cancelled or CampaignState.Done }) return (null, null, Stopped);
        if (campaign.State == CampaignState.Paused) return (null, null, null);

        var session = id.Session is { } known ? await programme.FindAsync(known, cancellation) : null;
        if (id.Session is not null && (session is null or { IsCancelled: true } || !id.StillConcerns(session)))
            return (null, null, CalledOff);

        if (campaign.State == CampaignState.Overdue || now >= id.EndsFor(session) || campaign.IsOverdueAt(now, options.Value.Window))
        {
            await campaigns.ChangeAsync(id, current => current.GiveUp(now), cancellation);
            return (null, null, TooLate);
        }

        return options.Value.NotOnRestDays && Holidays.IsRestDay(Berlin.Date(now)) ? (null, null, null) : (campaign, session, null);
    }
}
