using AccessiblePdf.Model;
using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Layout;

/// <summary>How wide the columns of a table are: each gets what its longest word needs, and what is left goes where most text stands.</summary>
sealed class TableColumns
{
    const double SmallestFigure = 60;

    /// <summary>How much wider than its text a table is made at most: the eye must find its way from a name to its number.</summary>
    const double Loosest = 1.5;

    readonly Typesetter typesetter;
    readonly Look look;
    readonly double padding;
    readonly double[] least, most;

    TableColumns(Typesetter typesetter, Look look, double padding, int count)
    {
        (this.typesetter, this.look, this.padding) = (typesetter, look, padding);
        (least, most) = (new double[count], new double[count]);
    }

    /// <summary>The widths that fill a width; nothing if even the longest words do not fit, unless that is forced.</summary>
    public static double[]? Fit(Typesetter typesetter, IReadOnlyList<(GridCell Cell, bool IsHeader)> cells, int count, Look look, double padding, double width, bool isForced)
    {
        var columns = new TableColumns(typesetter, look, padding, count);
        foreach (var (cell, isHeader) in cells.OrderBy(cell => cell.Cell.Cell.ColumnSpan)) columns.Ask(cell, isHeader);
        var (least, most) = (columns.least.Sum(), columns.most.Sum());
        if (least > width) return isForced ? Shrunk(columns.least, width) : null;
        return most > width ? columns.Shared(width - least) : [.. columns.most.Select(wish => wish * Math.Min(width / most, Loosest))];
    }

    /// <summary>Gives away room beyond the longest words: columns that lack little get all they need, the others share by what they lack.</summary>
    double[] Shared(double room)
    {
        var widths = least.ToArray();
        var lacks = Enumerable.Range(0, least.Length).OrderBy(Lack).ToList();
        while (lacks.Count > 1 && Lack(lacks[0]) <= room / lacks.Count)
        {
            widths[lacks[0]] += Lack(lacks[0]);
            room -= Lack(lacks[0]);
            lacks.RemoveAt(0);
        }
        var all = lacks.Sum(Lack);
        foreach (var column in lacks) widths[column] += lacks.Count == 1 ? room : room * Lack(column) / all;
        return widths;

        double Lack(int column) => most[column] - least[column];
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

    void Ask(GridCell place, bool isHeader)
    {
        var (small, large) = Extent(place.Cell.Content, isHeader || place.Cell.IsRowHeader);
        Widen(least, place, small + 2 * padding);
        Widen(most, place, large + 2 * padding);
    }

    /// <summary>A merged cell widens its columns evenly by what they lack together.</summary>
    static void Widen(double[] widths, GridCell place, double wish)
    {
        var columns = Enumerable.Range(place.Column, place.Cell.ColumnSpan).ToList();
        var missing = wish - columns.Sum(column => widths[column]);
        if (missing <= 0) return;
        foreach (var column in columns) widths[column] += missing / columns.Count;
    }

    (double Least, double Most) Extent(IReadOnlyList<Block> blocks, bool isBold)
    {
        var (least, most) = (0.0, 0.0);
        foreach (var block in blocks)
        {
            var (small, large) = block switch
            {
                Paragraph paragraph => Extent(paragraph.Content, isBold),
                Heading heading => Extent(heading.Content, isBold: true),
                BulletList list => Indented(list.Items.SelectMany(item => item.Content)),
                NumberedList list => Indented(list.Items.SelectMany(item => item.Content)),
                DefinitionList list => Indented(list.Items.SelectMany(item => item.Content.Prepend(new Paragraph(item.Term)))),
                BlockQuote quote => Indented(quote.Content),
                Callout callout => Indented(callout.Content.Prepend(new Paragraph(callout.Title))),
                CodeBlock code => (SmallestFigure, PlainText.Lines(code.Text).Max(line => Measure(line, Face.Code)) + 2 * Theme.BoxInset),
                Figure or Chart or Table => (SmallestFigure, Paper.Upright.TextWidth),
                _ => (0, 0),
            };
            (least, most) = (Math.Max(least, small), Math.Max(most, large));
        }
        return (least, most);

        (double, double) Indented(IEnumerable<Block> inside)
        {
            const double indent = Theme.ListIndent + Theme.BoxInset;
            var (small, large) = Extent([.. inside], isBold);
            return (small + indent, large + indent);
        }
    }

    (double Least, double Most) Extent(IEnumerable<Inline> content, bool isBold)
    {
        var face = isBold ? Face.Bold : Face.Regular;
        var (least, most) = (0.0, 0.0);
        foreach (var line in Lines(content))
        {
            most = Math.Max(most, Measure(line, face));
            least = Math.Max(least, LongestPart(line, face));
        }
        return (least * 1.03, most * 1.01 + 0.1); // emphasis is a little wider
    }

    /// <summary>The longest stretch of a text in which a line is not broken.</summary>
    double LongestPart(string text, Face face)
    {
        var longest = 0.0;
        for (var (start, at) = (0, 0); at < text.Length;)
        {
            var (end, kind) = Atoms.Next(text, at);
            at = end;
            if (end < text.Length && kind is AtomKind.Joined or AtomKind.Bond) continue;
            var hyphen = kind == AtomKind.Divisible ? typesetter.DividingHyphen(face).WidthAt(look.Size) : 0;
            longest = Math.Max(longest, Measure(text[start..end].TrimEnd(), face) + hyphen);
            start = end;
        }
        return longest;
    }

    static string[] Lines(IEnumerable<Inline> content) =>
        string.Concat(content.Select(inline => inline is LineBreak ? "\n" : PlainText.Of([inline]))).Split('\n');

    double Measure(string text, Face face) => typesetter.Shape(text, face).WidthAt(look.Size);
}
