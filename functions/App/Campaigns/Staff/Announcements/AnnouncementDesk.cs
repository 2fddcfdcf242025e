using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web.Forms;

namespace ThaffFunctions.Campaigns.Staff.Announcements;

/// <summary>
/// Stores an announcement, and changes one that waits. It is held: nobody gets it before it was looked at and released.
/// </summary>
public sealed class AnnouncementDesk(ProgrammeQuery programme, CampaignStore campaigns, TimeProvider clock)
{
    /// <returns>The id of its campaign, or what is wrong.</returns>
    public async Task<(CampaignId? Id, FieldProblems Problems)> AddAsync(AnnouncementFields typed, CancellationToken cancellation)
    {
        var session = typed.SessionId is { } known ? await programme.FindAsync(known, cancellation) : null;
        var now = clock.GetUtcNow();
        var (announcement, due, problems) = typed.Check(session, now);
        if (problems.Any) return (null, problems);

        var campaign = Campaign.Plan(CampaignId.NewAnnouncement(session?.Id), now).Hold()! with { Announcement = announcement, Due = due };
        await campaigns.AddAsync(campaign, cancellation);
        return (campaign.Id, problems);
    }

    /// <param name="id">Whose it is; to whom it goes stays.</param>
    /// <param name="version">Of what the form was filled with (<see cref="AnnouncementFields.Version"/>).</param>
    /// <param name="typed">What it is to be.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<FieldProblems> ChangeAsync(
        CampaignId id, string version, AnnouncementFields typed, CancellationToken cancellation)
    {
        var session = id.Session is { } known ? await programme.FindAsync(known, cancellation) : null;
        var (announcement, due, problems) = typed.Check(session, clock.GetUtcNow());
        if (problems.Any) return problems;

        var changed = await campaigns.ChangeAsync(id,
            campaign => AnnouncementFields.Of(campaign).Version == version ? campaign.Rewrite(announcement, due) : null, cancellation);
        if (changed is null)
            problems.Add("inhalt", "Jemand anders hat die Mitteilung inzwischen geändert oder freigegeben. Bitte vergleichen Sie.");
        return problems;
    }
}
