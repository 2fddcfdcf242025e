namespace ThaffFunctions.Documentation.Notes;

/// <summary>Levels as notes use them become levels that begin at 1 and never skip one on the way down, whatever the author's were.</summary>
sealed class HeadingLevels
{
    /// <summary>A PDF knows no more (ISO 32000-1, table 338).</summary>
    const int Deepest = 6;

    readonly Stack<int> open = new();

    /// <summary>No heading was met yet.</summary>
    public bool IsUnused => open.Count == 0;

    /// <param name="written">The level in the notes.</param>
    public int Next(int written)
    {
        while (open.TryPeek(out var level) && level >= written) open.Pop();
        open.Push(written);
        return Math.Min(open.Count, Deepest);
    }
}
