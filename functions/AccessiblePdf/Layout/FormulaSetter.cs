using AccessiblePdf.Model;
using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Layout;

/// <summary>Sets the parts of formulas. The proportions are those common in books; there are no tables of a mathematical font.</summary>
sealed class FormulaSetter(Typesetter typesetter, Face upright, Face slanted)
{
    /// <summary>The size of small parts, as a share of what they belong to, and the smallest size in points.</summary>
    const double Small = 0.72, SmallestSize = 5.5;

    /// <summary>Shares of the size: the height of operators' middle, the gap at a fraction's line, and the width of strokes.</summary>
    const double Axis = 0.26, Gap = 0.13, StrokeWidth = 0.05;

    const double CapHeight = 0.7, Depth = 0.22;

    /// <summary>How many times as high as text a bracket is that is still a letter.</summary>
    const double LargestLetter = 1.7;

    public FormulaBox Set(FormulaPart part, double size) => part switch
    {
        FormulaText text => SetText(text, size),
        FormulaRow row => SetRow(row.Parts.Select(each => Set(each, size))),
        FormulaFraction fraction => SetFraction(fraction, size),
        FormulaRoot root => SetRoot(root, size),
        FormulaScripts { AreLimits: true } scripts => SetLimits(scripts, size),
        FormulaScripts scripts => SetScripts(scripts, size),
        FormulaFenced fenced => SetFenced(fenced, size),
        FormulaMatrix matrix => SetMatrix(matrix, size),
        _ => throw new NotSupportedException($"Part {part.GetType().Name} of a formula"),
    };

    FormulaBox SetText(FormulaText text, double size)
    {
        var box = new FormulaBox { Ascent = CapHeight * size, Descent = Depth * size };
        foreach (var (token, isSlanted) in FormulaTokens.Of(text))
        {
            var shape = typesetter.Shape(token, isSlanted ? slanted : upright);
            box.Add(shape, box.Width, 0, size);
            box.Width += shape.WidthAt(size);
        }
        return box;
    }

    static FormulaBox SetRow(IEnumerable<FormulaBox> parts)
    {
        var row = new FormulaBox();
        foreach (var part in parts)
        {
            row.Add(part, row.Width, 0);
            row.Width += part.Width;
        }
        return row;
    }

    FormulaBox SetFraction(FormulaFraction fraction, double size)
    {
        var (above, below) = (Set(fraction.Above, Smaller(size)), Set(fraction.Below, Smaller(size)));
        var pad = Gap * size;
        var box = new FormulaBox { Width = Math.Max(above.Width, below.Width) + 2 * pad };
        box.Add(above, (box.Width - above.Width) / 2, Axis * size + Gap * size + above.Descent);
        box.Add(below, (box.Width - below.Width) / 2, Axis * size - Gap * size - below.Ascent);
        if (fraction.HasLine) box.AddStroke(StrokeWidth * size, (pad / 2, Axis * size), (box.Width - pad / 2, Axis * size));
        return box;
    }

    FormulaBox SetRoot(FormulaRoot root, double size)
    {
        var content = Set(root.Content, size);
        var degree = root.Degree is { } part ? Set(part, Smaller(Smaller(size))) : null;
        var (top, bottom) = (content.Ascent + Gap * size, -content.Descent);
        var hook = 0.28 * size;
        var start = Math.Max(0, (degree?.Width ?? 0) - hook / 2);
        var line = start + 2 * hook;
        var box = new FormulaBox { Width = line + content.Width + Gap * size };
        box.Add(content, line, 0);
        if (degree is not null) box.Add(degree, 0, (top + bottom) / 2 + Gap * size + degree.Descent);
        box.AddStroke(StrokeWidth * size, (start, (top + bottom) / 2 - Gap * size), (start + 0.4 * hook, (top + bottom) / 2),
            (start + hook, bottom), (line, top), (box.Width, top));
        box.Ascent = Math.Max(box.Ascent, top + StrokeWidth * size);
        return box;
    }

    FormulaBox SetScripts(FormulaScripts scripts, double size)
    {
        var content = Set(scripts.Content, size);
        var (above, below) = (SetSmall(scripts.Above, size), SetSmall(scripts.Below, size));
        var box = new FormulaBox { Width = content.Width + Math.Max(above?.Width ?? 0, below?.Width ?? 0) };
        box.Add(content, 0, 0);
        if (above is not null) box.Add(above, content.Width, Math.Max(content.Ascent - 0.5 * above.Ascent, 0.36 * size));
        if (below is not null) box.Add(below, content.Width, -Math.Max(content.Descent, 0.2 * size));
        return box;
    }

    FormulaBox SetLimits(FormulaScripts scripts, double size)
    {
        var content = Set(scripts.Content, size);
        var (above, below) = (SetSmall(scripts.Above, size), SetSmall(scripts.Below, size));
        var width = Math.Max(content.Width, Math.Max(above?.Width ?? 0, below?.Width ?? 0));
        var box = new FormulaBox { Width = width + Gap * size };
        box.Add(content, (width - content.Width) / 2, 0);
        if (above is not null) box.Add(above, (width - above.Width) / 2, content.Ascent + Gap * size + above.Descent);
        if (below is not null) box.Add(below, (width - below.Width) / 2, -(content.Descent + Gap * size / 2 + below.Ascent));
        return box;
    }

    FormulaBox SetFenced(FormulaFenced fenced, double size)
    {
        var content = Set(fenced.Content, size);
        var scale = Math.Max(1, (content.Ascent + content.Descent) / ((CapHeight + Depth) * size));
        return SetRow([SetFence(fenced.Open), content, SetFence(fenced.Close)]);

        // a bracket grows around the middle of its content
        FormulaBox SetFence(string fence)
        {
            if (scale > LargestLetter && FormulaFences.Of(fence) is { } strokes) return Drawn(strokes, content, size);
            var shape = typesetter.Shape(fence, upright);
            var fenceBox = new FormulaBox { Width = shape.WidthAt(size * scale) };
            var drop = (content.Ascent - content.Descent) / 2 - (CapHeight - Depth) / 2 * size * scale;
            fenceBox.Add(shape, 0, drop, size * scale);
            return fenceBox;
        }
    }

    static FormulaBox Drawn(IReadOnlyList<(double X, double Y)[]> strokes, FormulaBox content, double size)
    {
        var (margin, height) = (Gap * size, content.Ascent + content.Descent);
        var width = Math.Min(0.5 * size, 0.3 * size + 0.03 * height);
        var box = new FormulaBox { Width = width + 2 * margin };
        foreach (var stroke in strokes)
        {
            box.AddStroke(1.3 * StrokeWidth * size,
                [.. stroke.Select(point => (margin + point.X * width, point.Y * height - content.Descent))]);
        }
        return box;
    }

    /// <summary>Columns as wide as their widest cell, rows at least as far apart as lines, around the height of operators.</summary>
    FormulaBox SetMatrix(FormulaMatrix matrix, double size)
    {
        const double lineHeight = 1.35, columnGap = 0.9;
        var rows = matrix.Rows.Select(row => row.Select(cell => Set(cell, size)).ToArray()).ToList();
        var widths = new double[rows.Select(row => row.Length).DefaultIfEmpty().Max()];
        foreach (var row in rows)
        {
            for (var column = 0; column < row.Length; column++) widths[column] = Math.Max(widths[column], row[column].Width);
        }
        var grid = new FormulaBox { Width = widths.Sum() + columnGap * size * Math.Max(0, widths.Length - 1) };
        var (baseline, depth) = (0.0, 0.0);
        foreach (var (index, row) in rows.Index())
        {
            var ascent = row.Select(cell => cell.Ascent).DefaultIfEmpty().Max();
            if (index > 0) baseline -= Math.Max(lineHeight * size, depth + Gap * size + ascent);
            depth = row.Select(cell => cell.Descent).DefaultIfEmpty().Max();
            var x = 0.0;
            for (var column = 0; column < row.Length; column++)
            {
                grid.Add(row[column], x + Inset(column, widths[column] - row[column].Width), baseline);
                x += widths[column] + columnGap * size;
            }
        }
        var box = new FormulaBox { Width = grid.Width };
        box.Add(grid, 0, Axis * size - (grid.Ascent - grid.Descent) / 2);
        return box;

        double Inset(int column, double room) => (column < matrix.Columns.Count ? matrix.Columns[column] : Alignment.Center) switch
        {
            Alignment.Start => 0,
            Alignment.End => room,
            _ => room / 2,
        };
    }

    FormulaBox? SetSmall(FormulaPart? part, double size) => part is null ? null : Set(part, Smaller(size));

    static double Smaller(double size) => Math.Max(SmallestSize, size * Small);
}
