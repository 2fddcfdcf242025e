using System.Globalization;
using CsCheck;
using ThaffFunctions.Statistics;

namespace ThaffFunctions.Tests.Statistics;

public sealed class YearBreakdownTests
{
    static readonly string[] Names = ["Bau", "Handel", "IT"];

    [Theory]
    [InlineData("12 9 7; 20 5 6", "32 14 13")] // nothing is hidden
    [InlineData("12 3 9; 20 6 8", "32 – –")] // 3 is hidden once: its column's sum would tell it
    [InlineData("12 3 9; 20 2 7", "32 5 16")] // hidden twice, each time with a partner
    [InlineData("2 3 9; 9 2 3; 3 9 2", "14 14 14")] // each hidden pair leans on the next
    [InlineData("12 3 9", "12 <5 –")] // a year of one session is that session
    [InlineData("9 1 8; 9 1 7", "18 <5 –")] // small in the year too, and alone it could be computed from the total
    public void Sums_are_told_unless_they_tell_what_a_session_hides(string sessions, string expected) =>
        Assert.Equal(expected, string.Join(' ', YearBreakdown.Publish(Read(sessions)) ?? []));

    [Fact]
    public void Without_sessions_nothing_is_told() => Assert.Null(YearBreakdown.Publish([]));

    [Fact]
    public void No_count_that_a_session_hides_can_be_computed_from_all_sessions_and_the_year_together() =>
        Gen.Int[0, 9].Array[3].Array[1, 3].Sample(counts =>
        {
            var sessions = counts.Select(Named).Where(session => SmallCounts.Publish(session) is not null).ToList();
            if (YearBreakdown.Publish(sessions) is not { } year) return true;

            var worlds = Worlds(sessions, year).ToList();
            return worlds.Count > 0
                && sessions.Index().All(session =>
                Hidden(session.Item).All(column => worlds.Select(world => world[session.Index][column]).Distinct().Count() > 1))
                && year.Where(count => count.IsSmall)
                .All(count => worlds.Select(world => world.Sum(row => row[Array.IndexOf(Names, count.Name)])).Distinct().Count() > 1);
        }, iter: 1500);

    [Fact]
    public void What_is_told_of_the_year_is_true() =>
        Gen.Int[0, 30].Array[3].Array[1, 12].Sample(counts =>
        {
            var sessions = counts.Select(Named).Where(session => SmallCounts.Publish(session) is not null).ToList();
            return YearBreakdown.Publish(sessions) is not { } year || year.All(told => (told.Count is null or >= 5)
                && (told.Count is null || told.Count == sessions.Sum(session => session[Array.IndexOf(Names, told.Name)].Value)));
        });

    static IEnumerable<int> Hidden(KeyValuePair<string, int>[] session) =>
        SmallCounts.Publish(session)!.Where(count => count.Count is null).Select(count => Array.IndexOf(Names, count.Name));

    /// <summary>Every set of sessions that would be published like this, each and together.</summary>
    static IEnumerable<int[][]> Worlds(List<KeyValuePair<string, int>[]> sessions, IReadOnlyList<PublicCount> year)
    {
        var total = sessions.Sum(session => session.Sum(count => count.Value));
        return Fill(0, []).Where(world => year.All(told => Fits(told, world.Sum(row => row[Array.IndexOf(Names, told.Name)]))));

        IEnumerable<int[][]> Fill(int session, int[][] chosen) =>
            session == sessions.Count ? [chosen] : Rows(sessions[session]).SelectMany(row => Fill(session + 1, [.. chosen, row]));

        bool Fits(PublicCount told, int sum) =>
            told.Count is { } known ? sum == known : told.IsSmall ? sum is > 0 and < 5 : sum is >= 5 && sum <= total;
    }

    static IEnumerable<int[]> Rows(KeyValuePair<string, int>[] session)
    {
        var told = SmallCounts.Publish(session)!.ToDictionary(count => count.Name);
        var highest = told.Values.Select(count => count.Count).OfType<int>().DefaultIfEmpty(int.MaxValue).Min();
        var rest = session.Sum(count => count.Value);
        return from first in Range(0)
               from second in Range(1)
               let third = rest - first - second
               where Range(2)
            .Contains(third)
               select new[] { first, second, third };

        List<int> Range(int column) => !told.TryGetValue(Names[column], out var count) ? [0]
            : count.Count is { } known ? [known]
            : count.IsSmall ? [1, 2, 3, 4]
            : [.. Enumerable.Range(5, Math.Max(0, Math.Min(highest, rest) - 4))];
    }

    static KeyValuePair<string, int>[] Named(int[] counts) => [.. Names.Zip(counts, KeyValuePair.Create)];

    static KeyValuePair<string, int>[][] Read(string sessions) =>
        [.. sessions.Split(';').Select(session =>
            Named([.. session.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(count => int.Parse(count, CultureInfo.InvariantCulture))]))];
}
