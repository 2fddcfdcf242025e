using AccessiblePdf.Model;
using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Layout;

/// <summary>How wide the columns of a table are: each gets what its longest word needs, and what is left goes where most text stands.</summary>
sealed class TableColumns
{
    const double SmallestFigure = 60;

    readonly Typesetter typesetter;
    readonly Look look;
    readonly double padding;
    readonly double[] least, whole, most;

    TableColumns(Typesetter typesetter, Look look, double padding, int count)
    {
        (this.typesetter, this.look, this.padding) = (typesetter, look, padding);
        (least, whole, most) = (new double[count], new double[count], new double[count]);
    }

    /// <summary>The widths that fill a width; nothing if even the longest words do not fit, unless that is forced.</summary>
    public static double[]? Fit(Typesetter typesetter, IReadOnlyList<(GridCell Cell, bool IsHeader)> cells, int count, Look look, double padding, double width, bool isForced)
    {
        var columns = new TableColumns(typesetter, look, padding, count);
        foreach (var (cell, isHeader) in cells.OrderBy(cell => cell.Cell.Cell.ColumnSpan)) columns.Ask(cell, isHeader);
        if (columns.least.Sum() > width) return isForced ? Shrunk(columns.least, width) : null;
        if (columns.whole.Sum() > width) return Between(columns.least, columns.whole, width);
        var most = columns.most.Sum();
        return most <= width ? [.. columns.most.Select(wish => wish * width / most)] : Between(columns.whole, columns.most, width);
    }

    /// <summary>As much more than the small widths as there is room for, shared out as the large ones ask.</summary>
    static double[] Between(double[] small, double[] large, double width)
    {
        var (least, most) = (small.Sum(), large.Sum());
        return [.. small.Zip(large, (from, to) => from + (to - from) * (width - least) / (most - least))];
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
        var extent = ExtentOf(place.Cell.Content, isHeader || place.Cell.IsRowHeader).Plus(2 * padding);
        Widen(least, place, extent.Least);
        Widen(whole, place, extent.Whole);
        Widen(most, place, extent.Most);
    }

    /// <summary>A merged cell widens its columns evenly by what they lack together.</summary>
    static void Widen(double[] widths, GridCell place, double wish)
    {
        var columns = Enumerable.Range(place.Column, place.Cell.ColumnSpan).ToList();
        var missing = wish - columns.Sum(column => widths[column]);
        if (missing <= 0) return;
        foreach (var column in columns) widths[column] += missing / columns.Count;
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
                CodeBlock code => new(SmallestFigure, SmallestFigure, PlainText.Lines(code.Text).Max(line => Measure(line, Face.Code)) + 2 * Theme.BoxInset),
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
            extent = extent.Or(new(0, 0, Measure(text, face) * line + 0.1));
            foreach (var word in text.Split(' ', '\u00AD', '\u200B')) extent = extent.Or(new(LongestPart(word, face) * emphasis, Measure(word, face) * emphasis, 0));
        }
        return extent;
    }

    double LongestPart(string word, Face face)
    {
        var (longest, start) = (0.0, 0);
        for (var at = 0; at < word.Length; at++)
        {
            if (word[at] is not ('-' or '/') && at < word.Length - 1) continue;
            longest = Math.Max(longest, Measure(word[start..(at + 1)], face));
            start = at + 1;
        }
        return longest;
    }

    static string[] Lines(IEnumerable<Inline> content) =>
        string.Concat(content.Select(inline => inline is LineBreak ? "\n" : PlainText.Of([inline]))).Split('\n');

    double Measure(string text, Face face) => typesetter.Shape(text, face).WidthAt(look.Size);
}

/// <summary>How wide some content is.</summary>
/// <param name="Least">With words divided after their hyphens.</param>
/// <param name="Whole">With whole words.</param>
/// <param name="Most">On as few lines as it has.</param>
readonly record struct Extent(double Least, double Whole, double Most)
{
    public Extent Or(Extent other) => new(Math.Max(Least, other.Least), Math.Max(Whole, other.Whole), Math.Max(Most, other.Most));

    public Extent Plus(double width) => new(Least + width, Whole + width, Most + width);
}
