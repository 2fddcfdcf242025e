namespace ThaffFunctions.Statistics;

/// <summary>
/// Rows of counts and the row of their sums, each published with its total. A hidden count could be another one if some hidden counts could
/// change by one so that every row and every column still adds up: up in one column, down in the next, row by row back to where it began.
/// </summary>
sealed class LinkedCounts(IReadOnlyList<CountRow> rows)
{
    /// <summary>
    /// The column of a count that is hidden and could be nothing else; null if there is none. Large sums are hidden only to protect others.
    /// </summary>
    public int? Exposed()
    {
        foreach (var row in rows)
        {
            foreach (var column in row.Hidden)
            {
                var needsNoCare = row.IsSum && !SmallCounts.IsSmall(row.Counts[column]);
                if (!needsNoCare && !CanChange(row, column, up: true) && !CanChange(row, column, up: false)) return column;
            }
        }

        return null;
    }

    bool CanChange(CountRow start, int column, bool up)
    {
        if (!start.CanMove(column, up)) return false;

        HashSet<int> seen = [column];
        var moved = new Queue<int>(seen);
        while (moved.TryDequeue(out var current))
        {
            foreach (var row in rows.Where(row => row.CanMove(current, !up)))
            {
                if (ReferenceEquals(row, start))
                {
                    if (current != column) return true;
                    continue;
                }

                foreach (var next in row.Hidden.Where(next => row.CanMove(next, up) && seen.Add(next))) moved.Enqueue(next);
            }
        }

        return false;
    }
}
