using AccessiblePdf.Bidi;
using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Layout;

/// <summary>The directions inside a paragraph of which some part, or the whole, goes from right to left.</summary>
sealed class WritingOrder
{
    readonly string text;
    readonly byte[] levels;

    /// <summary>Where letters begin to stand higher or lower than those before them.</summary>
    readonly int[] steps;

    /// <summary>The stretch of letters beside each other that was asked about last.</summary>
    int stretch, stretchEnd;

    WritingOrder(string text, byte[] levels, int[] steps, bool isRightToLeft) =>
        (this.text, this.levels, this.steps, IsRightToLeft) = (text, levels, steps, isRightToLeft);

    public bool IsRightToLeft { get; }

    /// <param name="pieces">The paragraph.</param>
    /// <param name="text">Its text.</param>
    /// <param name="isRightToLeft">The direction of what has no letters.</param>
    /// <returns><see langword="null"/> if all of it goes from left to right.</returns>
    public static WritingOrder? Of(IReadOnlyList<Piece> pieces, string text, bool isRightToLeft)
    {
        if (!isRightToLeft && !BidiClasses.MayTurn(text)) return null;
        isRightToLeft = EmbeddingLevels.IsRightToLeft(text) ?? isRightToLeft;
        return new(text, EmbeddingLevels.Of(text, isRightToLeft), [.. Steps(pieces)], isRightToLeft);
    }

    /// <summary>The embedding level of a character.</summary>
    public byte LevelAt(int at) => levels[at];

    /// <summary>Whether the letters of a part that goes one way are joined to those beside it, whatever style these have.</summary>
    public Joins JoinsOf(int start, int end)
    {
        if (start >= stretchEnd) (stretch, stretchEnd) = (start, EndOfStretch(start));
        return ArabicJoining.Around(text.AsSpan(stretch, start - stretch), text.AsSpan(end, stretchEnd - end));
    }

    int EndOfStretch(int start)
    {
        var end = start + 1;
        while (end < levels.Length && levels[end] == levels[start] && Array.BinarySearch(steps, end) < 0) end++;
        return end;
    }

    static IEnumerable<int> Steps(IReadOnlyList<Piece> pieces)
    {
        var at = 0;
        for (var i = 0; i < pieces.Count - 1; i++)
        {
            at += pieces[i].CleanText.Length;
            if (pieces[i].Rise != pieces[i + 1].Rise) yield return at;
        }
    }

    /// <summary>
    /// Places what stands on one line from its left edge on; the pieces of the text stay in the order of reading. Spaces at the line's end
    /// follow the paragraph (UAX 9, L1) and hang over its edge.
    /// </summary>
    public List<Fragment> Place(IReadOnlyList<Atom> atoms, IReadOnlyList<Fragment> fragments)
    {
        var order = new byte[atoms.Count];
        var isEnd = true;
        for (var i = atoms.Count - 1; i >= 0; i--)
        {
            isEnd &= atoms[i].IsSpace || atoms[i].Kind == AtomKind.LineEnd;
            order[i] = isEnd ? (byte)(IsRightToLeft ? 1 : 0) : atoms[i].Level;
        }
        var placed = fragments.ToList();
        var x = 0.0;
        foreach (var i in EmbeddingLevels.VisualOrder(order))
        {
            placed[i] = placed[i] with { X = x };
            x += placed[i].Width;
        }
        return placed.FindAll(fragment => fragment.Runs.Count > 0 || fragment.Piece.Box is not null);
    }
}
