using AccessiblePdf.Model;
using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Layout;

/// <summary>
/// How wide the columns of a table are: each gets what its longest word needs, and what is left goes where most text stands.
/// </summary>
sealed class TableColumns
{
    const double SmallestFigure = 60;

    /// <summary>How much wider than its text a table is made at most: with large gaps a row is hard to follow.</summary>
    const double Loosest = 1.5;

    readonly Typesetter typesetter;
    readonly CellStyle style;
    readonly double[] least, whole, most;

    TableColumns(Typesetter typesetter, CellStyle style, int count)
    {
        (this.typesetter, this.style) = (typesetter, style);
        (least, whole, most) = (new double[count], new double[count], new double[count]);
    }

    /// <summary>
    /// The widths that fill a width, asked for by cells of one column first; nothing if even the longest words do not fit, unless that is
    /// forced.
    /// </summary>
    public static double[]? Fit(Typesetter typesetter, IEnumerable<GridCell> cells, int count, CellStyle style, double width, bool isForced)
    {
        var columns = new TableColumns(typesetter, style, count);
        foreach (var cell in cells) columns.Ask(cell);
        var (least, whole, most) = (columns.least, columns.whole, columns.most);
        if (Sum(least) > width) return isForced ? Shrunk(least, width) : null;
        if (Sum(whole) > width) return Shared(least, whole, width);
        if (Sum(most) > width) return Shared(whole, most, width);
        var scale = Math.Min(width / Sum(most), Loosest);
        for (var column = 0; column < count; column++) most[column] *= scale;
        return most;
    }

    /// <summary>
    /// Gives away the room beyond the small widths: columns that lack little get all they need, the others share by what they lack.
    /// </summary>
    static double[] Shared(double[] small, double[] large, double width)
    {
        var widths = small.ToArray();
        var room = width - Sum(small);
        var lacks = Enumerable.Range(0, small.Length).OrderBy(Lack).ToList();
        while (lacks.Count > 1 && Lack(lacks[0]) <= room / lacks.Count)
        {
            widths[lacks[0]] += Lack(lacks[0]);
            room -= Lack(lacks[0]);
            lacks.RemoveAt(0);
        }
        var all = lacks.Sum(Lack);
        foreach (var column in lacks) widths[column] += lacks.Count == 1 ? room : room * Lack(column) / all;
        return widths;

        double Lack(int column) => large[column] - small[column];
    }

    /// <summary>Narrow columns keep their width, the wide ones share what is left; their words are divided.</summary>
    static double[] Shrunk(double[] least, double width)
    {
        var widths = new double[least.Length];
        var (left, open) = (width, least.Length);
        foreach (var column in Enumerable.Range(0, least.Length).OrderBy(column => least[column]))
        {
            widths[column] = Math.Min(least[column], left / open);
            left -= widths[column];
            open--;
        }
        return widths;
    }

    static double Sum(double[] widths)
    {
        var sum = 0.0;
        foreach (var width in widths) sum += width;
        return sum;
    }

    void Ask(GridCell place)
    {
        var extent = ExtentOf(place.Cell.Content, place.IsHeader || place.Cell.IsRowHeader).Plus(2 * style.Padding);
        Widen(least, place, extent.Least);
        Widen(whole, place, extent.Whole);
        Widen(most, place, extent.Most);
    }

    /// <summary>The missing width of a merged cell is distributed evenly over its columns.</summary>
    static void Widen(double[] widths, GridCell place, double wish)
    {
        var columns = widths.AsSpan(place.Column, place.Cell.ColumnSpan);
        var sum = 0.0;
        foreach (var width in columns) sum += width;
        var missing = wish - sum;
        if (missing <= 0) return;
        foreach (ref var width in columns) width += missing / columns.Length;
    }

    Extent ExtentOf(IReadOnlyList<Block> blocks, bool isBold)
    {
        var extent = default(Extent);
        foreach (var block in blocks)
        {
            extent = extent.Or(block switch
            {
                Paragraph paragraph => ExtentOf(paragraph.Content, isBold),
                Heading heading => ExtentOf(heading.Content, isBold: true),
                BulletList list => Indented(list.Items.SelectMany(item => item.Content)),
                NumberedList list => Indented(list.Items.SelectMany(item => item.Content)),
                DefinitionList list => Indented(list.Items.SelectMany(item => item.Content.Prepend(new Paragraph(item.Term)))),
                BlockQuote quote => Indented(quote.Content),
                Callout callout => Indented(callout.Content.Prepend(new Paragraph(callout.Title))),
                CodeBlock code => new(SmallestFigure, SmallestFigure,
                    CleanText.Lines(code.Text).Max(line => Measure(line, Face.Code)) + 2 * Theme.BoxInset),
                Figure or Chart or Table => new(SmallestFigure, SmallestFigure, Paper.Upright.TextWidth),
                _ => default,
            });
        }
        return extent;

        Extent Indented(IEnumerable<Block> inside) => ExtentOf([.. inside], isBold).Plus(Theme.ListIndent + Theme.BoxInset);
    }

    Extent ExtentOf(IEnumerable<Inline> content, bool isBold)
    {
        const double emphasis = 1.03, line = 1.01; // emphasis is a little wider
        var face = isBold ? Face.Bold : Face.Regular;
        var extent = default(Extent);
        foreach (var text in Lines(content))
        {
            extent = extent.Or(new(
                LongestPart(text, face, keepsWords: false) * emphasis, LongestPart(text, face, keepsWords: true) * emphasis,
                Measure(text, face) * line + 0.1));
        }
        return extent;
    }

    /// <summary>The longest stretch of a text in which a line is not broken, words divided after their hyphens or not.</summary>
    double LongestPart(string text, Face face, bool keepsWords)
    {
        var longest = 0.0;
        for (var (start, at) = (0, 0); at < text.Length;)
        {
            var (end, kind) = Atoms.Next(text, at, text.Length);
            at = end;
            var isHeld = kind is AtomKind.Joined or AtomKind.Bond || keepsWords && kind is AtomKind.Severable;
            if (end < text.Length && isHeld) continue;
            var hyphen = kind == AtomKind.Divisible ? typesetter.DividingHyphen(face).WidthAt(style.Format.Size) : 0;
            longest = Math.Max(longest, Measure(text[start..end].TrimEnd(), face) + hyphen);
            start = end;
        }
        return longest;
    }

    static string[] Lines(IEnumerable<Inline> content) => string.Concat(content.Select(inline => inline switch
    {
        LineBreak => "\n",
        Footnote => "00", // as wide as a small number of three digits
        Blank blank => new('_', blank.Letters),
        _ => CleanText.Of([inline]),
    })).Split('\n');

    double Measure(string text, Face face) => typesetter.Shape(text, face).WidthAt(style.Format.Size);
}
