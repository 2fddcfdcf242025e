using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Layout;

/// <summary>A stretch of a piece inside which a line is not broken, unless nothing else helps.</summary>
/// <param name="Piece">What it is part of.</param>
/// <param name="Shape">The glyphs.</param>
/// <param name="Kind">What it is.</param>
sealed record Atom(Piece Piece, ShapedText Shape, AtomKind Kind)
{
    public double Width { get; } = Shape.WidthAt(Piece.Look.Size);

    public string Text => Shape.Text;

    public bool IsSpace => Kind is AtomKind.Space or AtomKind.Bond;

    /// <summary>Whether a line ends after it only if there is no better place.</summary>
    public bool IsWeakEnd => Kind is AtomKind.Severable or AtomKind.Bond;
}

enum AtomKind
{
    /// <summary>Part of a word; the line may not end after it.</summary>
    Joined,

    /// <summary>Ends where author or script let the line end.</summary>
    Breakable,

    /// <summary>
    /// Ends with a hyphen, dash or slash after which the line may end if the word finds no room on a line of its own: many reading tools take a hyphen at the
    /// end of a line for one of the typesetter, and leave out what the author wrote.
    /// </summary>
    Severable,

    /// <summary>Ends with a soft hyphen, shown only where the line ends after it.</summary>
    Divisible,

    /// <summary>Spaces; the line may end after them.</summary>
    Space,

    /// <summary>A space between what belongs together; the line ends after it only if nothing else helps.</summary>
    Bond,

    /// <summary>Ends the line.</summary>
    LineEnd,
}

/// <summary>Cuts pieces into atoms.</summary>
sealed class Atoms(Typesetter typesetter)
{
    /// <summary>More letters than any line holds; a word that is longer is several atoms, so that each of its lines need not look at all that is left.</summary>
    const int MostLetters = 500;

    const char SoftHyphen = '\u00AD', ZeroWidthSpace = '\u200B';

    /// <summary>From kana to Han: scripts that are written without spaces.</summary>
    const char FirstIdeograph = '\u3041', LastIdeograph = '\u9FFF';

    public IEnumerable<Atom> Of(Piece piece)
    {
        if (piece.IsLineEnd)
        {
            yield return new(piece, typesetter.Shape("", piece.Look.Face), AtomKind.LineEnd);
            yield break;
        }
        for (var start = 0; start < piece.Text.Length;)
        {
            var (end, kind) = Next(piece.Text, start);
            yield return new(piece, typesetter.Shape(piece.Text.AsSpan(start, end - start), piece.Look.Face), kind);
            start = end;
        }
    }

    /// <summary>Where the atom that begins at a place ends, and what it is.</summary>
    public static (int End, AtomKind Kind) Next(string text, int start)
    {
        if (IsSpace(text[start]))
        {
            var end = start + 1;
            while (end < text.Length && IsSpace(text[end])) end++;
            return (end, end == start + 1 && Bonds.HoldsTogether(text, start) ? AtomKind.Bond : AtomKind.Space);
        }
        for (var at = start; at < text.Length; at++)
        {
            if (IsSpace(text[at]) || (at - start >= MostLetters && char.IsLetterOrDigit(text[at]) && char.IsLetterOrDigit(text[at - 1]))) return (at, AtomKind.Joined);
            if (text[at] == SoftHyphen) return (at + 1, AtomKind.Divisible);
            if (at + 1 < text.Length && text[at] is >= FirstIdeograph and <= LastIdeograph || text[at] == ZeroWidthSpace) return (at + 1, AtomKind.Breakable);
            if (IsSeverableAfter(text, at)) return (at + 1, AtomKind.Severable);
        }
        return (text.Length, AtomKind.Joined);
    }

    /// <summary>Spaces at which a line may end; U+00A0, U+2007 and U+202F hold words together.</summary>
    public static bool IsSpace(char character) => character is ' ' or '\u1680' or >= '\u2000' and <= '\u2006' or >= '\u2008' and <= '\u200A' or '\u205F' or '\u3000';

    /// <summary>After a hyphen or slash between two words, and after a dash; a sign before a number or an ending ("-5", "-innen") stays with it.</summary>
    static bool IsSeverableAfter(string text, int at) => at + 1 < text.Length && text[at] switch
    {
        '-' or '/' or '\u2010' => at > 0 && char.IsLetterOrDigit(text[at - 1]) && char.IsLetter(text[at + 1]),
        '\u2013' or '\u2014' => at > 0 && !IsSpace(text[at + 1]) && char.IsLetterOrDigit(text[at - 1]),
        _ => false,
    };
}
