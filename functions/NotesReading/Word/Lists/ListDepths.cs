namespace ThaffFunctions.NotesReading.Word.Lists;

/// <summary>
/// Finds the depth of an item. Inside one list the level gives it. Between different lists, which authors often start by accident,
/// the indents are compared.
/// </summary>
sealed class ListDepths
{
    /// <summary>Smaller differences of indents are not visible; in twentieths of a point.</summary>
    const int Tolerance = 100;

    /// <summary>The usual indent of a level, in twentieths of a point.</summary>
    const int PerLevel = 720;

    readonly List<(int NumberId, int Level, int Indent, string? Bullet)> open = [];

    /// <param name="label">The label of the item.</param>
    /// <param name="indent">The own indent of the paragraph, if it has one.</param>
    public int Of(WordLabel label, int? indent)
    {
        var left = LeftOf(label, indent);
        var own = open.FindLastIndex(item => item.NumberId == label.NumberId && item.Level <= label.Level);
        var depth = own >= 0 ? own + (open[own].Level == label.Level ? 0 : 1)
            : open.FindIndex(item => item.Indent > left - Tolerance) is >= 0 and var beside ? beside : open.Count;
        if (own < 0 && open.FindIndex(item => item.NumberId == label.NumberId) is >= 0 and var deeper) depth = Math.Min(depth, deeper);

        open.RemoveRange(depth, open.Count - depth);
        var bullet = label is { Definition.IsBullet: true, Marker.Done: null } ? label.Definition.Text : null;
        open.Add((label.NumberId, label.Level, left, bullet));
        return depth;
    }

    /// <summary>
    /// Whether a bullet begins a list of its own beside the open one: it is of another list, not deeper, and an empty line or another sign
    /// shows it. Otherwise nobody sees two lists, and authors often begin another one by accident.
    /// </summary>
    /// <param name="label">The label of the item.</param>
    /// <param name="indent">The own indent of the paragraph, if it has one.</param>
    /// <param name="isParted">Whether an empty line stands before it.</param>
    public bool IsApart(WordLabel label, int? indent, bool isParted) => open is [var first, ..]
        && label.Definition.IsBullet && LeftOf(label, indent) < first.Indent + Tolerance
        && !open.Exists(item => item.NumberId == label.NumberId)
        && (isParted || label.Marker.Done is null && first.Bullet is { } sign && sign != label.Definition.Text);

    static int LeftOf(WordLabel label, int? indent) => indent ?? label.Definition.Indent ?? (label.Level + 1) * PerLevel;

    /// <summary>Whether text with this indent belongs to the last item.</summary>
    public bool IsBelowLast(int indent) => open is [.., var last] && indent > 0 && indent > last.Indent - Tolerance;

    public void Clear() => open.Clear();
}
