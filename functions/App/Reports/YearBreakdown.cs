namespace ThaffFunctions.Reports;

/// <summary>
/// The sums of several sessions' breakdowns. Each session's own is published too, so a sum may only be told if nobody can compute a count
/// from it that a session hides. That is so where two hidden counts of the session could change by one against each other, and two of
/// another session, or of the year, in the same columns balance that.
/// </summary>
static class YearBreakdown
{
    /// <summary>One table row: the counts of a session or of the year, and which of them are hidden.</summary>
    /// <param name="Counts">The counts.</param>
    /// <param name="Hidden">Their places.</param>
    /// <param name="IsOrdered">Whether nothing hidden exceeds what is shown.</param>
    sealed record Row(IReadOnlyList<int> Counts, IReadOnlySet<int> Hidden, bool IsOrdered)
    {
        int Highest { get; } = !IsOrdered ? int.MaxValue
            : Counts.Index().Where(count => count.Item > 0 && !Hidden.Contains(count.Index)).Select(count => count.Item).DefaultIfEmpty(int.MaxValue).Min();

        public bool CanRise(int column) => Counts[column] < (SmallCounts.IsSmall(Counts[column]) ? SmallCounts.Limit - 1 : Highest);

        public bool CanFall(int column) => Counts[column] > (SmallCounts.IsSmall(Counts[column]) ? 1 : SmallCounts.Limit);

        public bool CanShift(int up, int down) => Hidden.Contains(up) && Hidden.Contains(down) && CanRise(up) && CanFall(down);
    }

    /// <param name="sessions">Breakdowns that are published, each with the same names in the same order.</param>
    /// <returns>The sums, zeros left out; null if they may not be told.</returns>
    public static IReadOnlyList<PublicCount>? Publish(IReadOnlyList<IReadOnlyList<KeyValuePair<string, int>>> sessions)
    {
        if (sessions is not [var first, ..]) return null;

        Row[] rows = [.. sessions.Select(session => RowOf([.. session.Select(count => count.Value)], []))];
        int[] sums = [.. first.Index().Select(column => rows.Sum(row => row.Counts[column.Index]))];
        HashSet<int> forced = [];
        while (RowOrNone(sums, forced) is { } year)
        {
            if (Exposed(rows, year) is not var (row, column))
                return [.. SmallCounts.Publish([.. first.Select((count, place) => KeyValuePair.Create(count.Key, sums[place]))], year.Hidden).Where((_, place) => sums[place] > 0)];

            var partners = row.Hidden.Where(other => other != column).OrderBy(other => year.Hidden.Contains(other)).ThenBy(other => sums[other]).Take(1);
            var before = forced.Count;
            forced.UnionWith([column, .. partners]);
            if (forced.Count == before) return null;
        }

        return null;
    }

    /// <summary>A hidden count that could not be another one, and the session it belongs to; null if there is none.</summary>
    static (Row Row, int Column)? Exposed(IReadOnlyList<Row> rows, Row year)
    {
        foreach (var row in rows)
        {
            foreach (var column in row.Hidden)
            {
                var balanced = SmallCounts.IsSmall(year.Counts[column]) ? [year] : rows.Where(other => other != row).Append(year);
                if (!row.Hidden.Any(other => other != column && balanced.Any(by => CanDiffer(row, by, column, other)))) return (row, column);
            }
        }

        return null;

        bool CanDiffer(Row row, Row by, int column, int other) =>
            Balances(row, by, column, other) || Balances(row, by, other, column);

        bool Balances(Row row, Row by, int up, int down) => row.CanShift(up, down) && (by == year ? by.CanShift(up, down) : by.CanShift(down, up));
    }

    static Row RowOf(IReadOnlyList<int> counts, HashSet<int> forced) => RowOrNone(counts, forced)!;

    static Row? RowOrNone(IReadOnlyList<int> counts, HashSet<int> forced)
    {
        int[] columns = [.. counts.Index().Where(count => count.Item > 0).Select(count => count.Index)];
        var placed = columns.Index().Where(column => forced.Contains(column.Item)).Select(column => column.Index).ToHashSet();
        var hidden = SmallCounts.Hide([.. columns.Select(column => counts[column])], placed);
        return hidden is null ? null : new(counts, hidden.Select(place => columns[place]).ToHashSet(), IsOrdered: forced.Count == 0);
    }
}
