namespace ThaffFunctions.Statistics;

/// <summary>
/// The sums of several sessions' breakdowns. The breakdown of each session is published too, so a sum must be hidden if a hidden count
/// could be computed from all of them. <see cref="LinkedCounts"/> finds such counts; sums are hidden until it finds none.
/// </summary>
static class YearBreakdown
{
    /// <param name="sessions">The published breakdowns, each with the same names in the same order.</param>
    /// <returns>The sums without zeros; null if they may not be published.</returns>
    public static IReadOnlyList<PublicCount>? Publish(IReadOnlyList<IReadOnlyList<KeyValuePair<string, int>>> sessions)
    {
        if (sessions is not [var first, ..]) return null;

        CountRow[] rows = [.. sessions.Select(session => CountRow.Of([.. session.Select(count => count.Value)], [], isSum: false)!)];
        int[] sums = [.. first.Index().Select(column => rows.Sum(row => row.Counts[column.Index]))];
        HashSet<int> forced = [];
        while (CountRow.Of(sums, forced, isSum: true) is { } year)
        {
            if (new LinkedCounts([.. rows, year]).Exposed() is not { } column)
                return [.. SmallCounts.Publish([.. first.Select((count, place) => KeyValuePair.Create(count.Key, sums[place]))],
                    year.Hidden).Where((_, place) => sums[place] > 0)];

            var before = forced.Count;
            forced.UnionWith(year.Hidden.Contains(column) ? Partner(rows, year, column) : [column]);
            if (forced.Count == before) return null;
        }

        return null;
    }

    /// <summary>The smallest shown sum of the columns that a session hides together with this one.</summary>
    static IEnumerable<int> Partner(IEnumerable<CountRow> rows, CountRow year, int column) => rows
        .Where(row => row.Hidden.Contains(column)).SelectMany(row => row.Hidden)
        .Where(other => !year.Hidden.Contains(other))
        .OrderBy(other => year.Counts[other])
        .Take(1);
}
