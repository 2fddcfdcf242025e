using AccessiblePdf.Bidi;

namespace AccessiblePdf.Layout;

/// <summary>The directions inside a paragraph of which some part, or the whole, goes from right to left.</summary>
sealed class WritingOrder
{
    /// <summary>Stand for a line end and a formula in the text of a paragraph.</summary>
    const string LineEnd = "\u2028", Object = "\uFFFC";

    readonly byte[] levels;
    int taken;

    WritingOrder(byte[] levels, bool isRightToLeft) => (this.levels, IsRightToLeft) = (levels, isRightToLeft);

    public bool IsRightToLeft { get; }

    /// <param name="pieces">The paragraph.</param>
    /// <param name="isRightToLeft">The direction of what has no letters.</param>
    /// <returns><see langword="null"/> if all of it goes from left to right.</returns>
    public static WritingOrder? Of(IReadOnlyList<Piece> pieces, bool isRightToLeft)
    {
        if (!isRightToLeft && !MayTurn(pieces)) return null;
        var text = string.Concat(pieces.Select(TextOf));
        isRightToLeft = EmbeddingLevels.IsRightToLeft(text) ?? isRightToLeft;
        return isRightToLeft || MayTurn(pieces) ? new(EmbeddingLevels.Of(text, isRightToLeft), isRightToLeft) : null;
    }

    /// <summary>The levels of the next piece.</summary>
    public ArraySegment<byte> Take(Piece piece)
    {
        var length = TextOf(piece).Length;
        taken += length;
        return new(levels, taken - length, length);
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

    static bool MayTurn(IReadOnlyList<Piece> pieces)
    {
        foreach (var piece in pieces)
        {
            if (BidiClasses.MayTurn(piece.Text)) return true;
        }
        return false;
    }

    static string TextOf(Piece piece) => piece.IsLineEnd ? LineEnd : piece.Box is null ? piece.Text : Object;
}
