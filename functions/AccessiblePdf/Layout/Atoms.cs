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

    public IEnumerable<Atom> Of(Piece piece)
    {
        if (piece.IsLineEnd)
        {
            yield return new(piece, typesetter.Shape("", piece.Look.Face), AtomKind.LineEnd);
            yield break;
        }
        if (piece.Box is not null) yield return new(piece, typesetter.Shape("", piece.Look.Face), AtomKind.Joined);
        for (var start = 0; start < piece.Text.Length;)
        {
            var (end, kind) = Next(piece.Text, start);
            yield return new(piece, typesetter.Shape(piece.Text.AsSpan(start, end - start), piece.Look.Face), kind);
            start = end;
        }
    }

    /// <summary>The same, cut where the direction changes too.</summary>
    public IEnumerable<Atom> Of(Piece piece, ArraySegment<byte> levels)
    {
        foreach (var atom in Of(piece))
        {
            if (levels.Count == 0 || atom.Text.Length == 0)
            {
                yield return levels.Count == 0 ? atom : atom with { Level = levels[0] };
                continue;
            }
            for (var start = 0; start < atom.Text.Length;)
            {
                var (level, end) = (levels[start], start + 1);
                while (end < atom.Text.Length && levels[end] == level) end++;
                var shape = typesetter.ShapePart(atom.Text.AsSpan(start, end - start), piece.Look.Face, level);
                yield return new(piece, shape, end < atom.Text.Length ? AtomKind.Joined : atom.Kind, level);
                start = end;
            }
            levels = levels[atom.Text.Length..];
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
            if (IsSpace(text[at]) || (at - start >= MaxLetters && char.IsLetterOrDigit(text[at]) && char.IsLetterOrDigit(text[at - 1])))
                return (at, AtomKind.Joined);
            if (text[at] == SoftHyphen) return (at + 1, AtomKind.Divisible);
            if (at + 1 < text.Length && text[at] is >= FirstIdeograph and <= LastIdeograph || text[at] == ZeroWidthSpace)
                return (at + 1, AtomKind.Breakable);
            if (IsSeverableAfter(text, at)) return (at + 1, AtomKind.Severable);
        }
        return (text.Length, AtomKind.Joined);
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
