using System.Globalization;
using ThaffFunctions.Statistics;

namespace ThaffFunctions.Tests.Statistics;

public sealed class BreakdownTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("12", "12")]
    [InlineData("5 5", "5 5")]
    [InlineData("12 0 7", "12 7")] // who is not there is not listed
    [InlineData("12 3 2 7", "12 7 Übrige 5")]
    [InlineData("12 3 7", "12 Übrige 10")] // 3 are too few to stand alone: the next group keeps them company
    [InlineData("12 1 1 7", "12 Übrige 9")] // hidden as <5 <5 – these were solved: 9 together is 1, 1 and 7
    [InlineData("12 4 4 7", null)] // 8 of two groups below five are four and four
    [InlineData("9 1 5 20", "9 20 Übrige 6")]
    [InlineData("9 4 7 7", "9 Übrige 18")] // of two equal groups, both: which of them it was would tell about the others
    [InlineData("4 4", null)]
    [InlineData("1 5", null)]
    [InlineData("2 2 2", null)]
    [InlineData("9 4 4 4", null)]
    [InlineData("9 4 4 3", "9 Übrige 11")]
    public void Small_groups_are_folded_into_one_that_is_not_small(string counts, string? expected) =>
        Assert.Equal(expected, Breakdown.Of(Groups(counts)) is { } told ? Told(told) : null);

    [Theory]
    [InlineData(5, 5)]
    [InlineData(7, 5)]
    [InlineData(8, 10)]
    [InlineData(12, 10)]
    [InlineData(13, 15)]
    public void What_is_told_more_than_once_is_rounded_to_the_nearest_five(int count, int expected) =>
        Assert.Equal(expected, PublicCount.Rounded(count));

    /// <summary>
    /// The attacker knows the rule, the exact total and every number that is published, exact though it will be rounded. Every world there
    /// is: up to four groups of any size from nobody to as many as no rule tells apart any more.
    /// </summary>
    [Theory]
    [InlineData(2, 16)]
    [InlineData(3, 16)]
    [InlineData(4, 9)]
    public void Nobody_can_tell_the_size_of_a_small_group_in_any_world(int groups, int most)
    {
        var alike = Worlds(groups, most).GroupBy(world => (world.Sum(), Published(world)));

        Assert.All(alike, worlds => Assert.Empty(Attacker.Concludes([.. worlds])));
    }

    /// <summary>What the attacker makes of hiding: small groups as <c>&lt;5</c>, and one more if a single one could be computed.</summary>
    [Theory]
    [InlineData("12 1 1 7")]
    [InlineData("9 4 4 4")]
    public void The_attacker_solves_what_hides_each_small_group_by_its_own_value(string counts)
    {
        int[] real = [.. Groups(counts).Select(group => group.Count)];
        var alike = Worlds(real.Length, 12).Where(world => world.Sum() == real.Sum() && Hidden(world) == Hidden(real));

        Assert.NotEmpty(Attacker.Concludes([.. alike]));
    }

    static string Hidden(int[] world)
    {
        var small = world.Count(count => count is > 0 and < 5);
        var rest = world.Where(count => count is > 0 and < 5).Sum();
        var partner = small == 1 || rest == small ? world.Where(count => count >= 5).DefaultIfEmpty().Min() : 0;
        return string.Join(' ', world.Select(count => count is > 0 and < 5 ? "<5" : count > 0 && count == partner ? "–" : $"{count}"));
    }

    static string Published(int[] world) =>
        Breakdown.Of([.. world.Select((count, group) => new PublicCount($"{group}", count))]) is { } told
            ? string.Join(' ', told.Select(count => $"{count.Name}:{count.Count}"))
            : "–";

    static IEnumerable<int[]> Worlds(int groups, int most) => groups == 0
        ? [[]]
        : Worlds(groups - 1, most).SelectMany(world => Enumerable.Range(0, most + 1).Select(count => (int[])[.. world, count]));

    static string Told(IReadOnlyList<PublicCount> told) =>
        string.Join(' ', told.Select(count => count.Name == Breakdown.Others ? $"{count.Name} {count}" : $"{count}"));

    static PublicCount[] Groups(string counts) =>
        [.. counts.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select((count, index) => new PublicCount($"Branche {index}", int.Parse(count, CultureInfo.InvariantCulture)))];
}
