using ThaffFunctions.Registration;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Statistics;

/// <summary>Which counts may be published: sectors for each session, sectors and regions for each year, never sectors by region.</summary>
static class ParticipationRules
{
    public const string NotBrokenDown = "Nicht nach Branche aufgeteilt";

    /// <summary>Null if nobody registered, because registration was then not used for the session.</summary>
    public static Participation? Of(Headcount headcount)
    {
        if (headcount.Seated == 0) return null;

        var isSmall = SmallCounts.IsSmall(headcount.Seated);
        return new(
            new("Teilnehmende", isSmall ? null : headcount.Seated, isSmall),
            isSmall ? null : SmallCounts.Publish(SectorsOf(headcount)));
    }

    /// <summary>
    /// Leaves out sessions with a small total, because it could be computed from the year's total. Sessions without a published breakdown
    /// by sector are only part of the year's sums. Null if no session is left.
    /// </summary>
    public static YearParticipation? Of(IReadOnlyList<Headcount> headcounts)
    {
        Headcount[] counted = [.. headcounts.Where(headcount => headcount.Seated >= SmallCounts.SmallestShown)];
        if (counted.Length == 0) return null;

        var told = counted.ToLookup(headcount => SmallCounts.Publish(SectorsOf(headcount)) is not null);
        var apart = told[false].Sum(headcount => headcount.Seated);
        var sectors = YearBreakdown.Publish([.. told[true].Select(SectorsOf)]);
        return new(
            counted.Length,
            counted.Sum(headcount => headcount.Seated),
            sectors is null || apart == 0 ? sectors : [.. sectors, new(NotBrokenDown, apart, false)],
            SmallCounts.Publish(Region.OfPersons.Select(region =>
                KeyValuePair.Create(region.Name, counted.Sum(headcount => headcount.Regions.GetValueOrDefault(region))))));
    }

    static IReadOnlyList<KeyValuePair<string, int>> SectorsOf(Headcount headcount) =>
        [.. Sector.OfPersons.Select(sector => KeyValuePair.Create(sector.Name, headcount.Sectors.GetValueOrDefault(sector)))];
}
