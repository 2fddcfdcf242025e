using ThaffFunctions.Registration.Headcounts;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Statistics;

/// <summary>
/// Which counts are published: sectors for each session, sectors and regions for each closed year, never sectors by region.
/// </summary>
static class ParticipationRules
{
    public const string NotBrokenDown = "Nicht nach Branche aufgeteilt";

    /// <summary>Null if nobody registered, or so few that it must not be told from nobody.</summary>
    public static Participation? Of(Headcount headcount)
    {
        if (headcount.Seated < DisclosureThreshold.Minimum) return null;

        var sectors = Breakdown.Of(
            [.. Sector.OfPersons.Select(sector => new PublicCount(sector.Name, headcount.Sectors.GetValueOrDefault(sector)))]);
        return new(
            PublicCount.Rounded(headcount.Seated),
            sectors is null ? null : [.. sectors.Select(count => count with { Count = PublicCount.Rounded(count.Count) })])
        {
            Modes = ModesOf(headcount),
        };
    }

    static PublicModes? ModesOf(Headcount headcount) =>
        headcount.Online is { } online && Math.Min(online, headcount.Seated - online) >= DisclosureThreshold.Minimum
            ? new(PublicCount.Rounded(headcount.Seated - online), PublicCount.Rounded(online))
            : null;

    /// <summary>
    /// Totals of sectors are sums of the rounded numbers published for each session: from exact sums the sessions' exact numbers could be
    /// computed. Totals of regions are exact, since they are published nowhere else and only once. Null if no session publishes a number.
    /// </summary>
    /// <param name="headcounts">The year's past sessions.</param>
    /// <param name="isClosed">Whether none will follow: a sum that grows would tell each session by subtraction.</param>
    public static YearParticipation? Of(IReadOnlyList<Headcount> headcounts, bool isClosed)
    {
        var counted = headcounts.Where(headcount => headcount.Seated >= DisclosureThreshold.Minimum).ToList();
        if (counted.Count == 0) return null;

        var told = counted.ConvertAll(headcount => Of(headcount)!);
        var year = new YearParticipation(counted.Count, told.Sum(session => session.Total), null, null)
        {
            Modes = told.Select(session => session.Modes).OfType<PublicModes>().ToList() is { Count: > 0 } modes
                ? new(modes.Sum(mode => mode.OnSite), modes.Sum(mode => mode.Online)) : null,
        };
        return isClosed ? year with { Sectors = [.. SectorsOf(told)], Regions = Breakdown.Of(RegionsOf(counted)) } : year;
    }

    static IEnumerable<PublicCount> SectorsOf(IReadOnlyList<Participation> sessions)
    {
        var sums = sessions.SelectMany(session => session.Sectors ?? [new(NotBrokenDown, session.Total)])
            .GroupBy(count => count.Name).ToDictionary(group => group.Key, group => group.Sum(count => count.Count));
        return Sector.OfPersons.Select(sector => sector.Name).Concat([Breakdown.Others, NotBrokenDown]).Where(sums.ContainsKey)
            .Select(name => new PublicCount(name, sums[name]));
    }

    static IReadOnlyList<PublicCount> RegionsOf(IReadOnlyList<Headcount> sessions) =>
        [.. Region.OfPersons.Select(region =>
            new PublicCount(region.Name, sessions.Sum(session => session.Regions.GetValueOrDefault(region))))];
}
