using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Layout;

/// <summary>Cuts pieces into atoms.</summary>
sealed class Atoms(Typesetter typesetter)
{
    /// <summary>
    /// More letters than any line holds; a word that is longer is several atoms, so that each of its lines need not look at all that is
    /// left.
    /// </summary>
    const int MaxLetters = 500;

    const char SoftHyphen = '\u00AD', ZeroWidthSpace = '\u200B';

    /// <summary>From kana to Han: scripts that are written without spaces.</summary>
    const char FirstIdeograph = '\u3041', LastIdeograph = '\u9FFF';

    /// <summary>The atoms of a paragraph: cut where a line may end, where the piece ends and where the direction changes.</summary>
    /// <param name="pieces">The paragraph.</param>
    /// <param name="text">The text of all pieces: what binds words does not end where a style does.</param>
    /// <param name="order">Its directions; <see langword="null"/> if all of it goes from left to right.</param>
    public IEnumerable<Atom> Of(IReadOnlyList<Piece> pieces, string text, WritingOrder? order)
    {
        var start = 0;
        foreach (var piece in pieces)
        {
            var stop = start + piece.CleanText.Length;
            foreach (var atom in piece.IsLineEnd || piece.Box is not null ? [Shapeless(piece, order?.LevelAt(start))]
                : Of(piece, text, start, stop, order)) yield return atom;
            start = stop;
        }
    }

    Atom Shapeless(Piece piece, byte? level) =>
        new(piece, typesetter.Shape("", piece.Format.Face), piece.IsLineEnd ? AtomKind.LineEnd : AtomKind.Joined, level ?? 0);

    IEnumerable<Atom> Of(Piece piece, string text, int start, int stop, WritingOrder? order)
    {
        while (start < stop)
        {
            var (end, kind) = Next(text, start, stop);
            if (order is null)
            {
                yield return new(piece, typesetter.Shape(text.AsSpan(start, end - start), piece.Format.Face), kind);
                start = end;
            }
            while (start < end)
            {
                var (level, turn) = (order!.LevelAt(start), start + 1);
                while (turn < end && order.LevelAt(turn) == level) turn++;
                var joins = order.JoinsOf(start, turn);
                var shape = typesetter.ShapePart(text.AsSpan(start, turn - start), piece.Format.Face, level, joins);
                yield return new(piece, shape, turn < end ? AtomKind.Joined : kind, level) { Joins = joins };
                start = turn;
            }
        }
    }

    /// <summary>Where the atom that begins at a place ends, at the latest at another one, and what it is.</summary>
    public static (int End, AtomKind Kind) Next(string text, int start, int stop)
    {
        if (IsSpace(text[start]))
        {
            var end = start + 1;
            while (end < stop && IsSpace(text[end])) end++;
            return (end, end == start + 1 && Bonds.HoldsTogether(text, start) ? AtomKind.Bond : AtomKind.Space);
        }
        for (var at = start; at < stop; at++)
        {
            if (IsSpace(text[at]) || (at - start >= MaxLetters && char.IsLetterOrDigit(text[at]) && char.IsLetterOrDigit(text[at - 1])))
                return (at, AtomKind.Joined);
            if (text[at] == SoftHyphen) return (at + 1, AtomKind.Divisible);
            if (at + 1 < text.Length && text[at] is >= FirstIdeograph and <= LastIdeograph || text[at] == ZeroWidthSpace)
                return (at + 1, AtomKind.Breakable);
            if (IsSeverableAfter(text, at)) return (at + 1, AtomKind.Severable);
        }
        return (stop, AtomKind.Joined);
    }

    /// <summary>Spaces at which a line may end; U+00A0, U+2007 and U+202F hold words together.</summary>
    public static bool IsSpace(char character) =>
        character is ' ' or '\u1680' or >= '\u2000' and <= '\u2006' or >= '\u2008' and <= '\u200A' or '\u205F' or '\u3000';

    /// <summary>
    /// After a hyphen or slash between two words, and after a dash; a sign before a number or an ending ("-5", "-innen") stays with it.
    /// </summary>
    static bool IsSeverableAfter(string text, int at) => at + 1 < text.Length && text[at] switch
    {
        '-' or '/' or '\u2010' => at > 0 && char.IsLetterOrDigit(text[at - 1]) && char.IsLetter(text[at + 1]),
        '\u2013' or '\u2014' => at > 0 && !IsSpace(text[at + 1]) && char.IsLetterOrDigit(text[at - 1]),
        _ => false,
    };
}
