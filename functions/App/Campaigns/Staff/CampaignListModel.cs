using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Campaigns.Staff;

/// <summary>The page of <see cref="ListCampaigns"/>.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Groups">The campaigns by what they wait for; empty groups are left out.</param>
/// <param name="NeedsRelease">Whether nothing goes out that was not released.</param>
/// <param name="Now">This moment.</param>
public sealed record CampaignListModel(
    StaffFrame Frame, IReadOnlyList<(string Title, IReadOnlyList<CampaignEntry> Entries)> Groups, bool NeedsRelease, DateTimeOffset Now)
    : IModelOf<CampaignListPage>
{
    /// <summary>Campaigns that are over; older ones are found by their sessions.</summary>
    const int MaxOver = 50;

    public static CampaignListModel Of(StaffFrame frame, IReadOnlyList<CampaignEntry> all, bool needsRelease, DateTimeOffset now)
    {
        (string Title, IEnumerable<CampaignEntry> Entries)[] groups =
        [
            ("Läuft", all.Where(entry => entry.Campaign is { IsOver: false, IsAhead: false })),
            ("Wartet auf Freigabe", all.Where(entry => entry.WaitsForRelease(needsRelease))),
            ("Geplant", all.Where(entry => entry.Campaign is null or { IsAhead: true } && !entry.WaitsForRelease(needsRelease))),
            ("Erledigt", all.Where(entry => entry.Campaign is { IsOver: true }).Reverse().Take(MaxOver)),
        ];
        return new(frame, [.. groups.Select(group => (group.Title, (IReadOnlyList<CampaignEntry>)[.. group.Entries]))
            .Where(group => group.Item2.Count > 0)], needsRelease, now);
    }
}
