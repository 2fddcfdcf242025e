namespace ThaffFunctions.Shared.Text;

/// <summary>Levels as authors use them become levels that begin at 1 and never skip one on the way down, whatever the author's were.</summary>
sealed class HeadingLevels
{
    /// <summary>Neither HTML nor PDF know more (ISO 32000-1, table 338).</summary>
    public const int Deepest = 6;

    readonly Stack<int> open = new();

    /// <summary>No heading was met yet.</summary>
    public bool IsUnused => open.Count == 0;

    /// <param name="written">The level as the author chose it.</param>
    public int Next(int written)
    {
        while (open.TryPeek(out var level) && level >= written) open.Pop();
        open.Push(written);
        return Math.Min(open.Count, Deepest);
    }
}
