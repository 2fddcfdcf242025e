using System.Globalization;
using CsCheck;
using ThaffFunctions.Statistics;

namespace ThaffFunctions.Tests.Statistics;

public sealed class SmallCountsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("12", "12")]
    [InlineData("12 0 7", "12 7")] // who is not there is not listed
    [InlineData("12 3 7", "12 <5 –")] // 3 could be computed from the total alone
    [InlineData("12 3 2 7", "12 <5 <5 7")] // 5 together: 1 and 4, or 2 and 3
    [InlineData("12 1 1 7", "12 <5 <5 –")] // 2 together is 1 and 1
    [InlineData("12 4 4 7", "12 <5 <5 –")] // 8 together is 4 and 4
    [InlineData("9 1 5 20", "– <5 – 20")] // 6 with a count of at least 5 is 1 and 5
    [InlineData("9 4 7 7", "9 <5 – –")] // 4 and 7, where nothing hidden may exceed 7, are 4 and 7
    [InlineData("4 4", null)] // nothing is left to hide behind
    [InlineData("1 5", null)]
    [InlineData("5 5", "5 5")]
    public void Small_counts_are_not_told_nor_what_would_tell_them(string counts, string? expected) =>
        Assert.Equal(expected, SmallCounts.Publish(Named(counts)) is { } told ? string.Join(' ', told) : null);

    [Fact]
    public void No_hidden_count_can_be_computed_from_total_and_shown_counts() =>
        Gen.Int[0, 12].Array[0, 6].Sample(counts =>
        {
            if (SmallCounts.Publish(Named(string.Join(' ', counts))) is not { } told) return true;

            var worlds = Worlds(told, counts.Sum()).ToList();
            return worlds.Count > 0 && told.Index().Where(count => count.Item.Count is null)
                .All(count => worlds.Select(world => world[count.Index]).Distinct().Count() > 1);
        }, iter: 3000);

    [Fact]
    public void What_is_shown_is_true_and_nothing_small_is_shown() =>
        Gen.Int[0, 300].Array[0, 23].Sample(counts =>
        {
            var told = SmallCounts.Publish(Named(string.Join(' ', counts)));
            return told is null || told.Select(count => count.Count).Zip(counts.Where(count => count > 0))
                .All(pair => pair.First is null || (pair.First == pair.Second && pair.First >= 5));
        });

    [Fact]
    public void Ample_counts_are_all_shown() =>
        Gen.Int[5, 300].Array[1, 23]
            .Sample(counts => SmallCounts.Publish(Named(string.Join(' ', counts)))!.All(count => count.Count is not null));

    /// <summary>
    /// Every list of counts that would be published like this, as far as somebody can tell who knows the rule's promises.
    /// </summary>
    static IEnumerable<int[]> Worlds(IReadOnlyList<PublicCount> told, int total)
    {
        var highest = told.Select(count => count.Count).OfType<int>().DefaultIfEmpty(total).Min();
        return Fill(told, [], total);

        IEnumerable<int[]> Fill(IReadOnlyList<PublicCount> left, int[] chosen, int rest)
        {
            if (left is not [var next, ..]) return rest == 0 ? [chosen] : [];

            var (low, high) = next.Count is { } known ? (known, known) : next.IsSmall ? (1, 4) : (5, highest);
            return Enumerable.Range(low, Math.Max(0, Math.Min(high, rest) - low + 1))
                .SelectMany(value => Fill([.. left.Skip(1)], [.. chosen, value], rest - value));
        }
    }

    static KeyValuePair<string, int>[] Named(string counts) =>
        [.. counts.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select((count, index) => KeyValuePair.Create($"Branche {index}", int.Parse(count, CultureInfo.InvariantCulture)))];
}
