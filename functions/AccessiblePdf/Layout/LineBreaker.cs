using System.Globalization;
using System.Runtime.InteropServices;
using AccessiblePdf.Model;
using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Layout;

/// <summary>
/// Breaks text into lines: as much on each as fits, ragged at the end. Words are divided at soft hyphens only; nothing hyphenates by
/// itself.
/// </summary>
/// <param name="typesetter">The fonts.</param>
/// <param name="format">How lines look.</param>
/// <param name="x">Where they begin, from the column's left edge.</param>
/// <param name="width">The width in which they are aligned.</param>
/// <param name="alignment">Where text stands that does not fill them.</param>
/// <param name="isRightToLeft">The direction of text without letters.</param>
sealed class LineBreaker(Typesetter typesetter, TextFormat format, double x, double width, Alignment alignment, bool isRightToLeft = false)
{
    readonly Atoms atoms = new(typesetter);
    readonly List<LineItem> lines = [];
    readonly List<Atom> open = [];
    double openWidth;
    WritingOrder? order;

    /// <summary>
    /// How many of the open atoms stand before the last place where the line may end, and before the last one where it ends only if there
    /// is no better one.
    /// </summary>
    int breakable, severable;

    /// <summary>How long lines are at most, if shorter than the width.</summary>
    public double? Measure { get; init; }

    double Longest => Measure ?? width;

    /// <summary>Whether a word had to be divided because it is longer than a line.</summary>
    public bool HasCut { get; private set; }

    /// <summary>
    /// How many lines end at an undesirable place (after an author's hyphen, between bound words) for lack of a better one.
    /// </summary>
    public int WeakEnds { get; private set; }

    public IReadOnlyList<LineItem> Break(IReadOnlyList<Piece> pieces)
    {
        var text = Piece.TextOf(pieces);
        order = WritingOrder.Of(pieces, text, isRightToLeft);
        foreach (var atom in atoms.Of(pieces, text, order)) Take(atom);
        if (open.Count > 0) EndLine(open.Count);
        KeepLinesTogether();
        return lines;
    }

    void Take(Atom atom)
    {
        if (atom.Kind == AtomKind.LineEnd)
        {
            open.Add(atom);
            EndLine(open.Count);
            return;
        }
        while (!atom.IsSpace && openWidth + atom.Width > Longest + 0.001)
        {
            if (breakable > 0) EndLine(breakable);
            else if (severable > 0)
            {
                EndLine(severable);
                WeakEnds++;
            }
            else if (FirstThatFit(atom) is var (first, rest))
            {
                Append(first);
                EndLine(open.Count);
                (atom, HasCut) = (rest, true);
            }
            else if (open.Count > 0) EndLine(open.Count);
            else break;
        }
        Append(atom);
    }

    void Append(Atom atom)
    {
        open.Add(atom);
        openWidth += atom.Width;
        var mayEnd = atom.Kind is AtomKind.Space or AtomKind.Breakable
            || atom.Kind == AtomKind.Divisible && openWidth - atom.Width + WidthWithHyphen(atom) <= Longest;
        if (mayEnd) breakable = open.Count;
        if (atom.IsWeakEnd) severable = open.Count;
    }

    /// <summary>
    /// Divides a word that is longer than a line between two of its characters; an empty line takes one at least, and no line is left with
    /// one or two. The number of a note is one thing: its line calls the note. So is a part of a formula.
    /// </summary>
    (Atom First, Atom Remainder)? FirstThatFit(Atom atom)
    {
        const int least = 3;
        if (atom.Piece is { Note: not null } or { Box: not null }) return null;
        var (end, used) = (0, openWidth);
        int[] ends = [.. StringInfo.ParseCombiningCharacters(atom.Text).Skip(1), atom.Text.Length];
        var allowed = ends.Length >= 2 * least ? ends[^(least + 1)] : atom.Text.Length;
        foreach (var next in ends)
        {
            used += Part(end, next, atom.Kind).Width;
            if (used > Longest && (end > 0 || open.Count > 0)) break;
            end = next;
        }
        if (end == 0 || end == atom.Text.Length) return null;
        end = Math.Min(end, allowed);
        return (Part(0, end, AtomKind.Joined), Part(end, atom.Text.Length, atom.Kind));

        // letters keep the forms that they have in the whole word
        Atom Part(int start, int stop, AtomKind kind)
        {
            ReadOnlySpan<char> text = atom.Text;
            var joins = ArabicJoining.Around(text[..start], text[stop..], atom.Joins);
            return new(atom.Piece, typesetter.ShapePart(text[start..stop], atom.Piece.Format.Face, atom.Level, joins), kind, atom.Level)
            {
                Joins = joins,
            };
        }
    }

    void EndLine(int count)
    {
        var line = order is null ? Fragments(CollectionsMarshal.AsSpan(open)[..count]) : MixedFragments(order, open[..count]);
        var room = width - Fragment.EndOf(line);
        var offset = alignment switch
        {
            Alignment.Center => room / 2,
            Alignment.End => order is { IsRightToLeft: true } ? 0 : room,
            _ => order is { IsRightToLeft: true } ? room : 0,
        };
        lines.Add(new(line, format, x + Math.Max(0, offset)));
        open.RemoveRange(0, count);
        openWidth = 0;
        foreach (var atom in open) openWidth += atom.Width;
        (breakable, severable) = (0, open.FindLastIndex(atom => atom.IsWeakEnd) + 1);
    }

    List<Fragment> Fragments(ReadOnlySpan<Atom> line)
    {
        var fragments = new List<Fragment>(1);
        List<GlyphRun>? joined = null; // of the last fragment, once it is more than one atom
        var start = 0.0;
        for (var i = 0; i < line.Length; i++)
        {
            var atom = line[i];
            var isLast = i == line.Length - 1;
            var isDivided = isLast && atom.Kind == AtomKind.Divisible && start + WidthWithHyphen(atom) <= Longest;
            var runs = isDivided ? WithHyphen(atom) : atom.Shape.Runs;
            var shapeWidth = isDivided ? WidthWithHyphen(atom) : atom.Width;
            var visible = atom.IsSpace && isLast ? 0 : shapeWidth;
            if (fragments is [.., var last] && ReferenceEquals(last.Piece, atom.Piece))
            {
                if (joined is null) fragments[^1] = last = last with { Runs = joined = [.. last.Runs] };
                fragments[^1] = last with { Width = last.Width + visible };
                joined.AddRange(runs);
            }
            else if (runs.Count > 0 || atom.Piece.Box is not null)
            {
                fragments.Add(new(atom.Piece, runs, start, visible));
                joined = null;
            }
            start += shapeWidth;
        }
        return fragments;
    }

    /// <summary>One for each atom, since what follows one in the text may stand elsewhere.</summary>
    List<Fragment> MixedFragments(WritingOrder order, List<Atom> line)
    {
        var fragments = new List<Fragment>(line.Count);
        var used = 0.0;
        foreach (var atom in line)
        {
            var isLast = fragments.Count == line.Count - 1;
            var isDivided = isLast && atom.Kind == AtomKind.Divisible && atom.Level % 2 == 0 && used + WidthWithHyphen(atom) <= Longest;
            var shown = atom.IsSpace && isLast ? 0 : isDivided ? WidthWithHyphen(atom) : atom.Width;
            fragments.Add(new(atom.Piece, isDivided ? WithHyphen(atom) : atom.Shape.Runs, 0, shown));
            used += shown;
        }
        return order.Place(line, fragments);
    }

    IReadOnlyList<GlyphRun> WithHyphen(Atom atom) =>
        [.. typesetter.Shape(atom.Text.AsSpan(0, atom.Text.Length - 1), atom.Piece.Format.Face).Runs, .. Hyphen(atom).Runs];

    double WidthWithHyphen(Atom atom) => atom.Width + Hyphen(atom).WidthAt(atom.Piece.Format.Size);

    ShapedText Hyphen(Atom atom) => typesetter.DividingHyphen(atom.Piece.Format.Face);

    /// <summary>At least two lines of a paragraph stay before and after a page's end.</summary>
    void KeepLinesTogether()
    {
        for (var i = 0; i < lines.Count - 1; i++) lines[i].KeepsNext = i == 0 || i == lines.Count - 2;
    }
}
