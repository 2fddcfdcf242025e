namespace ThaffFunctions.Statistics;

/// <summary>One row of a table of counts.</summary>
/// <param name="Counts">The counts.</param>
/// <param name="Hidden">The places of those that are not told.</param>
/// <param name="Highest">What a reader knows none of the hidden ones exceeds.</param>
/// <param name="IsSum">The row sums up the other rows.</param>
sealed record CountRow(IReadOnlyList<int> Counts, IReadOnlySet<int> Hidden, int Highest, bool IsSum)
{
    /// <summary>The row as <see cref="SmallCounts"/> publishes it; null if it may not be.</summary>
    public static CountRow? Of(IReadOnlyList<int> counts, HashSet<int> forced, bool isSum)
    {
        int[] places = [.. counts.Index().Where(count => count.Item > 0).Select(count => count.Index)];
        var placed = places.Index().Where(place => forced.Contains(place.Item)).Select(place => place.Index).ToHashSet();
        if (SmallCounts.Hide([.. places.Select(place => counts[place])], placed) is not { } found) return null;

        var hidden = found.Select(place => places[place]).ToHashSet();
        var shown = places.Where(place => !hidden.Contains(place)).Select(place => counts[place]);
        return new(counts, hidden, forced.Count > 0 ? int.MaxValue : shown.DefaultIfEmpty(int.MaxValue).Min(), isSum);
    }

    /// <summary>
    /// Whether a hidden count could be one more, or one less, for all that a reader knows; of a sum, the other way round.
    /// </summary>
    public bool CanMove(int place, bool up)
    {
        if (!Hidden.Contains(place)) return false;

        var (count, isSmall) = (Counts[place], SmallCounts.IsSmall(Counts[place]));
        return up != IsSum
            ? count < (isSmall ? SmallCounts.Limit - 1 : Highest)
            : count > (isSmall ? 1 : SmallCounts.Limit);
    }
}
