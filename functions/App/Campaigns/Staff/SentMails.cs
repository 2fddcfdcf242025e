using ThaffFunctions.Programme;

namespace ThaffFunctions.Campaigns.Staff;

/// <summary>Whether anybody got mail of a session, or is about to, so that it cannot be deleted.</summary>
sealed class SentMails(CampaignStore campaigns)
{
    /// <returns>A sentence for staff; null if nobody did.</returns>
    public async Task<string?> TieAsync(Session session, CancellationToken cancellation)
    {
        var all = await campaigns.AllAsync(session.Id, cancellation).ToListAsync(cancellation);
        return all.Exists(campaign => campaign.HasBegun) ? "Dazu sind schon E-Mails hinausgegangen."
            : all.Exists(campaign => campaign.Announcement is not null) ? "Dazu gibt es eine Mitteilung." : null;
    }
}
