using CsCheck;
using ThaffFunctions.Registration.Headcounts;
using ThaffFunctions.Shared;
using ThaffFunctions.Statistics;

namespace ThaffFunctions.Tests.Statistics;

/// <summary>
/// The attacker keeps every edition that was ever published: after each session its documentation and the year's volume, and the volume
/// when the year was closed. He knows the rules and which sectors and regions there are. He does not know who registered, and takes any
/// numbers for possible, so a world is a table of persons by sector and by region for each session. He concludes a value if it is the same
/// in every world that would have been published alike, edition by edition. What must not be concluded is any value of one to four: the
/// total of a session, a sector of a session, a sector or a region of the year.
/// </summary>
public sealed class EditionsTests
{
    /// <summary>Sectors and regions that people come from. One more of each stands for all that nobody comes from.</summary>
    const int Sectors = 4, Regions = 3;

    const int MaxInCell = 7;

    static readonly Gen<Meeting> Meetings =
        Gen.Select(Gen.Int[0, MaxInCell].Array[Sectors], Gen.Int[0, 1000].Array[Regions - 1],
            (sectors, cuts) => new Meeting([.. sectors, 0], [.. Split(sectors.Sum(), cuts), 0]));

    static readonly IReadOnlyList<int[]> SectorTables = [.. Tables(Sectors, MaxInCell + 1).Select(table => (int[])[.. table, 0])];

    [Fact]
    public void No_sequence_of_editions_tells_a_value_below_five() => Meetings.Array[1, 4].Sample(real =>
    {
        var told = Editions(real);
        List<Meeting[]> alike = [.. Others(real).Concat(Renamed(real)).Where(world => Editions(world) == told), real];

        return Enumerable.Range(0, real.Length).All(session => IsSafe(alike, world => [world[session].Sectors.Sum()])
                && IsSafe(alike, world => world[session].Sectors))
            && IsSafe(alike, SumsOf(session => session.Sectors))
            && IsSafe(alike, SumsOf(session => session.Regions));
    }, iter: 150);

    /// <summary>Sessions that are too small to be told are not even told from those that nobody came to.</summary>
    [Fact]
    public void A_small_session_could_be_an_empty_one() => Gen.Select(Meetings.Array[0, 3], Gen.Int[1, 4]).Sample((others, size) =>
    {
        var small = new Meeting([size, 0, 0, 0, 0], [0, size, 0, 0]);
        return Editions([.. others, small]) == Editions([.. others, new Meeting([0, 0, 0, 0, 0], [0, 0, 0, 0])]);
    }, iter: 200);

    /// <summary>As it was: exact sums beside the sessions, in every edition. Both sessions are solved.</summary>
    [Fact]
    public void The_attacker_solves_exact_sums_that_grow()
    {
        Meeting[] real = [new([12, 6, 0, 2, 0], [20, 0, 0, 0]), new([7, 5, 3, 0, 0], [15, 0, 0, 0])];
        string Sums(Meeting[] world) => string.Join(' ', from count in Enumerable.Range(1, world.Length)
                                                         from sector in Enumerable.Range(0, Sectors)
                                                         select world[..count].Sum(one => one.Sectors[sector]));

        var alike = SectorTables.Where(table => Sums([real[0], real[1] with { Sectors = table }]) == Sums(real));

        Assert.Equal([2], Attacker.Concludes([.. alike]));
    }

    static bool IsSafe(IEnumerable<Meeting[]> alike, Func<Meeting[], int[]> cells) =>
        Attacker.Concludes([.. alike.Select(cells)]).Count == 0;

    static Func<Meeting[], int[]> SumsOf(Func<Meeting, int[]> table) => world =>
        [.. Enumerable.Range(0, table(world[0]).Length).Select(cell => world.Sum(session => table(session)[cell]))];

    /// <summary>
    /// Worlds in which one session differs: other sectors, other regions, or one person more or less. There are more; these are enough.
    /// </summary>
    static IEnumerable<Meeting[]> Others(Meeting[] real) =>
        from session in Enumerable.Range(0, real.Length)
        let one = real[session]
        from other in SectorTables.Where(table => table.Sum() == one.Sectors.Sum()).Select(table => one with { Sectors = table })
            .Concat(Splits(one.Sectors.Sum(), Regions).Select(table => one with { Regions = [.. table, 0] }))
            .Concat(Moved(one.Sectors).Select(table => one with { Sectors = table }))
            .Concat(Moved(one.Regions).Select(table => one with { Regions = table }))
            .Concat(from step in new[] { -1, 1 }
                    from sector in Enumerable.Range(0, Sectors)
                    from region in Enumerable.Range(0, Regions)
                    where one.Sectors[sector] + step >= 0 && one.Regions[region] + step >= 0
                    select new Meeting(Changed(one.Sectors, sector, step), Changed(one.Regions, region, step)))
        select (Meeting[])[.. real[..session], other, .. real[(session + 1)..]];

    /// <summary>Worlds in which two regions are each other.</summary>
    static IEnumerable<Meeting[]> Renamed(Meeting[] real) =>
        from a in Enumerable.Range(0, Regions)
        from b in Enumerable.Range(0, a)
        select (Meeting[])[.. real.Select(one => one with
        {
            Regions = [.. one.Regions.Select((count, region) => region == a ? one.Regions[b] : region == b ? one.Regions[a] : count)],
        })];

    /// <summary>All that is published over a year, in order.</summary>
    static string Editions(Meeting[] world)
    {
        List<Headcount> counted = [];
        var editions = new List<string>();
        foreach (var meeting in world)
        {
            counted.Add(meeting.Counted());
            editions.Add(ParticipationRules.Of(counted[^1]) is { } told ? $"{told.Total}: {Words(told.Sectors)}" : "–");
            editions.Add(Words(ParticipationRules.Of(counted, isClosed: false)));
        }

        return string.Join('\n', editions.Append(Words(ParticipationRules.Of(counted, isClosed: true))));
    }

    static string Words(YearParticipation? year) =>
        year is null ? "–" : $"{year.Sessions} {year.Total}: {Words(year.Sectors)}; {Words(year.Regions)}";

    static string Words(IReadOnlyList<PublicCount>? counts) =>
        counts is null ? "–" : string.Join(", ", counts.Select(count => $"{count.Name} {count.Count}"));

    static int[] Changed(int[] table, int cell, int step) => [.. table.Select((count, index) => index == cell ? count + step : count)];

    /// <summary>One person comes from where nobody came from.</summary>
    static IEnumerable<int[]> Moved(int[] table) => Enumerable.Range(0, table.Length - 1).Where(cell => table[cell] > 0)
        .Select(cell => Changed(Changed(table, cell, -1), table.Length - 1, 1));

    static IEnumerable<int[]> Splits(int total, int cells) => cells == 1
        ? [[total]]
        : Enumerable.Range(0, total + 1).SelectMany(first => Splits(total - first, cells - 1).Select(rest => (int[])[first, .. rest]));

    static IEnumerable<int[]> Tables(int cells, int values) => cells == 0
        ? [[]]
        : Tables(cells - 1, values).SelectMany(table => Enumerable.Range(0, values).Select(count => (int[])[.. table, count]));

    static int[] Split(int total, int[] cuts)
    {
        int[] ends = [.. cuts.Select(cut => total * cut / 1000).Order(), total];
        return [.. ends.Select((end, index) => end - (index == 0 ? 0 : ends[index - 1]))];
    }

    sealed record Meeting(int[] Sectors, int[] Regions)
    {
        public Headcount Counted() => new(
            Sectors.Sum(),
            Sectors.Index().ToDictionary(sector => Sector.All[sector.Index], sector => sector.Item),
            Regions.Index().ToDictionary(region => Region.All[region.Index], region => region.Item));
    }
}
