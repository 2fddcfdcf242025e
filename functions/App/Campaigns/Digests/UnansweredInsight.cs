using ThaffFunctions.Insights;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Campaigns.Digests;

/// <summary>A question or concern that nobody has answered yet.</summary>
/// <param name="Insight">What it says.</param>
/// <param name="Source">In which session it was raised.</param>
/// <param name="Region">Where that session took place; null online.</param>
public sealed record UnansweredInsight(Insight Insight, InsightSource Source, Region? Region)
{
    /// <summary>
    /// Whether it is about one of the sectors or regions that somebody named; everything is about who named none. Online is near to all,
    /// but not if the entry is about other sectors than those named.
    /// </summary>
    public bool Concerns(Preferences chosen)
    {
        if (!chosen.NameSectorsOrRegions) return true;

        var isOfSector = Insight.Sectors.Count == 0 || Insight.Sectors.Intersect(chosen.Sectors).Any();
        var isOfRegion = Region is null ? chosen.Sectors.Count == 0 : chosen.Regions.Contains(Region);
        return chosen.Sectors.Count > 0 && isOfSector || chosen.Regions.Count > 0 && isOfRegion;
    }
}
