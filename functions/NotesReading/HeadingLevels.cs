namespace ThaffFunctions.NotesReading;

/// <summary>Maps the heading levels of an author to levels that begin at 1 and never skip one downwards.</summary>
public sealed class HeadingLevels
{
    /// <summary>HTML and PDF have no more levels (ISO 32000-1, table 338).</summary>
    public const int Deepest = 6;

    readonly Stack<int> open = new();

    /// <summary>No heading was read yet.</summary>
    public bool IsUnused => open.Count == 0;

    /// <param name="written">The level as the author chose it.</param>
    public int Next(int written)
    {
        while (open.TryPeek(out var level) && level >= written) open.Pop();
        open.Push(written);
        return Math.Min(open.Count, Deepest);
    }
}
