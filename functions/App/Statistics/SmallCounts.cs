namespace ThaffFunctions.Statistics;

/// <summary>
/// Decides which counts of a breakdown may be told, so that nobody is recognised: those from 1 to 4 are not, and of the others the smallest
/// are not either as long as a reader could compute a hidden one. The reader is taken to know the total, the counts that are shown, and
/// this rule: what is small lies between 1 and 4, what else is hidden between 5 and the smallest count that is shown.
/// </summary>
static class SmallCounts
{
    /// <summary>The first count that is told.</summary>
    public const int Limit = 5;

    public static bool IsSmall(int count) => count is > 0 and < Limit;

    /// <summary>The counts as they may be told beside their total, zeros left out; null if only the total may be told.</summary>
    public static IReadOnlyList<PublicCount>? Publish(IEnumerable<KeyValuePair<string, int>> counts)
    {
        KeyValuePair<string, int>[] present = [.. counts.Where(count => count.Value > 0)];
        return Hide([.. present.Select(count => count.Value)], []) is { } hidden ? Publish(present, hidden) : null;
    }

    public static IReadOnlyList<PublicCount> Publish(IReadOnlyList<KeyValuePair<string, int>> counts, IReadOnlySet<int> hidden) =>
        [.. counts.Select((count, index) => new PublicCount(count.Key, hidden.Contains(index) ? null : count.Value, IsSmall(count.Value)))];

    /// <summary>The places of the counts that must be hidden; null if all of them would have to and even that would not do.</summary>
    /// <param name="counts">None of them zero.</param>
    /// <param name="forced">Places that are hidden anyway, whatever their count.</param>
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

    /// <summary>Whether every hidden count could have been another one, for all that a reader knows.</summary>
    static bool IsSafe(IReadOnlyList<int> counts, HashSet<int> hidden, bool isOrdered)
    {
        var rest = hidden.Sum(place => counts[place]);
        var shown = Enumerable.Range(0, counts.Count).Where(place => !hidden.Contains(place)).Select(place => counts[place]);
        var highest = isOrdered ? shown.DefaultIfEmpty(rest).Min() : rest;
        (int Low, int High)[] ranges = [.. hidden.Select(place => IsSmall(counts[place]) ? (1, Limit - 1) : (Limit, highest))];
        var (low, high) = (ranges.Sum(range => range.Low), ranges.Sum(range => range.High));
        return ranges.All(range => Math.Min(range.High, rest - (low - range.Low)) > Math.Max(range.Low, rest - (high - range.High)));
    }
}
