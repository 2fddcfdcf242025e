namespace ThaffFunctions.Statistics;

/// <summary>
/// Decides which counts of a breakdown may be published, so that no person can be identified (statistical disclosure control). Counts below
/// <see cref="SmallestShown"/> are hidden. If a reader could still compute one of them, further counts are hidden too, the smallest first.
/// The reader is assumed to know the total, the counts shown and this rule: a hidden count is small (1 to 4), or it lies between 5 and the
/// smallest count that the breakdown shows.
/// </summary>
static class SmallCounts
{
    /// <summary>The smallest count that is shown; smaller ones, except zero, are hidden.</summary>
    public const int SmallestShown = 5;

    public static bool IsSmall(int count) => count is > 0 and < SmallestShown;

    /// <summary>The counts as they may be published beside their total, without zeros; null if only the total may be published.</summary>
    public static IReadOnlyList<PublicCount>? Publish(IEnumerable<KeyValuePair<string, int>> counts)
    {
        KeyValuePair<string, int>[] present = [.. counts.Where(count => count.Value > 0)];
        return Hide([.. present.Select(count => count.Value)], []) is { } hidden ? Publish(present, hidden) : null;
    }

    public static IReadOnlyList<PublicCount> Publish(IReadOnlyList<KeyValuePair<string, int>> counts, IReadOnlySet<int> hidden) =>
        [.. counts.Select((count, index) => new PublicCount(count.Key, hidden.Contains(index) ? null : count.Value, IsSmall(count.Value)))];

    /// <summary>
    /// The positions of the counts that must be hidden; null if even hiding all of them would not protect the small ones.
    /// </summary>
    /// <param name="counts">The counts; none may be zero.</param>
    /// <param name="forced">Positions that are hidden in any case.</param>
    public static IReadOnlySet<int>? Hide(IReadOnlyList<int> counts, HashSet<int> forced)
    {
        var hidden = Enumerable.Range(0, counts.Count).Where(place => IsSmall(counts[place]) || forced.Contains(place)).ToHashSet();
        while (!IsSafe(counts, hidden, isOrdered: forced.Count == 0))
        {
            var shown = Enumerable.Range(0, counts.Count).Where(place => !hidden.Contains(place)).ToList();
            if (shown.Count == 0) return null;
            hidden.Add(shown.MinBy(place => counts[place]));
        }

        return hidden;
    }

    /// <summary>Whether every hidden count could have at least two values, as far as a reader knows.</summary>
    static bool IsSafe(IReadOnlyList<int> counts, HashSet<int> hidden, bool isOrdered)
    {
        var rest = hidden.Sum(place => counts[place]);
        var shown = Enumerable.Range(0, counts.Count).Where(place => !hidden.Contains(place)).Select(place => counts[place]);
        var highest = isOrdered ? shown.DefaultIfEmpty(rest).Min() : rest;
        (int Low, int High)[] ranges =
            [.. hidden.Select(place => IsSmall(counts[place]) ? (1, SmallestShown - 1) : (SmallestShown, highest))];
        var (low, high) = (ranges.Sum(range => range.Low), ranges.Sum(range => range.High));
        return ranges.All(range => Math.Min(range.High, rest - (low - range.Low)) > Math.Max(range.Low, rest - (high - range.High)));
    }
}
