using Microsoft.Extensions.Options;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Campaigns;

/// <summary>
/// The check right before a campaign's mails are sent. If its session was moved or cancelled, they are skipped. If it is too late for them,
/// they are skipped, and the campaign is reported to staff as missed.
/// </summary>
sealed class LastLook(CampaignStore campaigns, ProgrammeQuery programme, IOptions<CampaignOptions> options, TimeProvider clock)
{
    static readonly MailBatch CalledOff = MailBatch.ToNobody("Der Termin ist abgesagt oder verlegt.");
    static readonly MailBatch TooLate = MailBatch.ToNobody("Für diese Aussendung war es zu spät.");

    /// <summary>What a delivery of a campaign is about, for staff.</summary>
    public async Task<string?> DescribeAsync(Delivery delivery, CancellationToken cancellation) =>
        await programme.FindAsync(CampaignDeliveryStore.Read(delivery.Id.Partition).Campaign.Session, cancellation) is { } session
            ? $"„{session.Title}“ am {Berlin.Day(session.Start)}"
            : null;

    /// <returns>The session to write about; or, instead of a mail, why there is none.</returns>
    public async Task<(Session? Session, MailBatch? Instead)> TakeAsync(CampaignId id, CancellationToken cancellation)
    {
        var session = await programme.FindAsync(id.Session, cancellation);
        if (session is null or { IsCancelled: true } || !id.StillConcerns(session)) return (null, CalledOff);

        var now = clock.GetUtcNow();
        var isInTime = now < id.EndsFor(session) && await campaigns.FindAsync(id, cancellation) is { } campaign
            && !campaign.IsOverAt(now, options.Value.Window);
        if (isInTime) return (session, null);

        await campaigns.ChangeAsync(id, campaign => campaign.GiveUp(), cancellation);
        return (null, TooLate);
    }
}
