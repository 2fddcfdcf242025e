namespace ThaffFunctions.Statistics;

/// <summary>
/// Rows of counts and the row of their sums, each published with its total. A reader cannot compute a hidden count if it could have another
/// value: some hidden counts change by one in a cycle (one column up, the next column down, from row to row back to the start), so that all
/// rows and columns still add up.
/// </summary>
sealed class LinkedCounts(IReadOnlyList<CountRow> rows)
{
    /// <summary>
    /// The column of a hidden count that can have only one value, so that a reader could compute it; null if there is none. Large sums are
    /// not checked: they are hidden only to protect others.
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
