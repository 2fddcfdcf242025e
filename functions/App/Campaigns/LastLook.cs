using Microsoft.Extensions.Options;
using ThaffFunctions.Mail;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Campaigns;

/// <summary>
/// Taken when a campaign's mails are about to go: meanwhile its session may have been moved or cancelled, or it may have become too late.
/// Mails that come too late count as missed, and staff hear of it; those about something that was called off are no loss.
/// </summary>
sealed class LastLook(CampaignStore campaigns, ProgrammeQuery programme, IOptions<CampaignOptions> options, TimeProvider clock)
{
    static readonly MailBatch CalledOff = MailBatch.ToNobody("Der Termin ist abgesagt oder verlegt.");
    static readonly MailBatch TooLate = MailBatch.ToNobody("Für diese Aussendung war es zu spät.");

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
