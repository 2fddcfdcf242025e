using ThaffFunctions.Campaigns.Announcements;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Campaigns.Staff;

/// <summary>Stores an announcement. It is held: nobody gets it before it was looked at and released.</summary>
public sealed class AnnouncementDesk(ProgrammeQuery programme, CampaignStore campaigns, TimeProvider clock)
{
    /// <returns>The id of its campaign, or what is wrong.</returns>
    public async Task<(CampaignId? Id, FieldProblems Problems)> AddAsync(AnnouncementFields typed, CancellationToken cancellation)
    {
        var session = SessionId.Parse(typed.Session) is { } known ? await programme.FindAsync(known, cancellation) : null;
        var now = clock.GetUtcNow();
        var (announcement, due, problems) = typed.Check(session, now);
        if (problems.Any) return (null, problems);

        var campaign = Campaign.Plan(CampaignId.NewAnnouncement(session?.Id), now).Hold()! with { Announcement = announcement, Due = due };
        await campaigns.AddAsync(campaign, cancellation);
        return (campaign.Id, problems);
    }
}
