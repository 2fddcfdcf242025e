namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>
/// How deep an item stands. In one list its level says so; between two, of which people make many without knowing, only their
/// indents do.
/// </summary>
sealed class ListDepths
{
    /// <summary>Indents that differ less look the same; in twentieths of a point.</summary>
    const int Tolerance = 100;

    const int PerLevel = 720;

    readonly List<(int NumberId, int Level, int Indent)> open = [];

    /// <param name="label">The item's label.</param>
    /// <param name="indent">Where its text begins, if the paragraph says so itself.</param>
    public int Of(WordLabel label, int? indent)
    {
        var left = indent ?? label.Definition.Indent ?? (label.Level + 1) * PerLevel;
        var own = open.FindLastIndex(item => item.NumberId == label.NumberId && item.Level <= label.Level);
        var depth = own >= 0 ? own + (open[own].Level == label.Level ? 0 : 1) : open.FindIndex(item => item.Indent > left - Tolerance) is >= 0 and var beside ? beside : open.Count;
        if (own < 0 && open.FindIndex(item => item.NumberId == label.NumberId) is >= 0 and var deeper) depth = Math.Min(depth, deeper);

        open.RemoveRange(depth, open.Count - depth);
        open.Add((label.NumberId, label.Level, left));
        return depth;
    }

    public bool IsBelowLast(int indent) => open is [.., var last] && indent > 0 && indent > last.Indent - Tolerance;

    public void Clear() => open.Clear();
}
