using ThaffFunctions.Registration;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Statistics;

/// <summary>What may be published of counts: sectors by session, sectors and regions by year, never sector by region.</summary>
static class ParticipationRules
{
    public const string NotBrokenDown = "Nicht nach Branche aufgeteilt";

    /// <summary>Null if nobody registered: then the product was not used for the session.</summary>
    public static Participation? Of(Headcount headcount)
    {
        if (headcount.Seated == 0) return null;

        var isSmall = SmallCounts.IsSmall(headcount.Seated);
        return new(
            new("Teilnehmende", isSmall ? null : headcount.Seated, isSmall),
            isSmall ? null : SmallCounts.Publish(SectorsOf(headcount)));
    }

    /// <summary>
    /// Sessions with a small total are left out, or they could be computed from the year's. What a session does not tell by sector,
    /// the year tells in one sum. Null if nothing is left.
    /// </summary>
    public static YearParticipation? Of(IReadOnlyList<Headcount> headcounts)
    {
        Headcount[] counted = [.. headcounts.Where(headcount => headcount.Seated >= SmallCounts.Limit)];
        if (counted.Length == 0) return null;

        var told = counted.ToLookup(headcount => SmallCounts.Publish(SectorsOf(headcount)) is not null);
        var apart = told[false].Sum(headcount => headcount.Seated);
        var sectors = YearBreakdown.Publish([.. told[true].Select(SectorsOf)]);
        return new(
            counted.Length,
            counted.Sum(headcount => headcount.Seated),
            sectors is null || apart == 0 ? sectors : [.. sectors, new(NotBrokenDown, apart, false)],
            SmallCounts.Publish(Region.All.Select(region =>
                KeyValuePair.Create(region.Name, counted.Sum(headcount => headcount.Regions.GetValueOrDefault(region))))));
    }

    static IReadOnlyList<KeyValuePair<string, int>> SectorsOf(Headcount headcount) =>
        [.. Sector.All.Select(sector => KeyValuePair.Create(sector.Name, headcount.Sectors.GetValueOrDefault(sector)))];
}
