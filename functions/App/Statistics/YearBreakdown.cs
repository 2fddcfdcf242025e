namespace ThaffFunctions.Statistics;

/// <summary>
/// The sums of several sessions' breakdowns. Each session's own is published too, so a sum may only be told if nobody can compute from all
/// of them a count that is hidden. <see cref="LinkedCounts"/> tells which could be; their sums are hidden until none is left.
/// </summary>
static class YearBreakdown
{
    /// <param name="sessions">Breakdowns that are published, each with the same names in the same order.</param>
    /// <returns>The sums, zeros left out; null if they may not be told.</returns>
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

    /// <summary>The smallest sum that is shown among what sessions hide together with a count.</summary>
    static IEnumerable<int> Partner(IEnumerable<CountRow> rows, CountRow year, int column) => rows
        .Where(row => row.Hidden.Contains(column)).SelectMany(row => row.Hidden)
        .Where(other => !year.Hidden.Contains(other))
        .OrderBy(other => year.Counts[other])
        .Take(1);
}
