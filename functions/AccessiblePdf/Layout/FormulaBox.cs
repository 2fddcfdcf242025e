using AccessiblePdf.Writer;
using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Layout;

/// <summary>
/// A part of a formula as it is drawn: glyphs and strokes around a baseline. Lengths are points, y counts upwards from it.
/// </summary>
sealed class FormulaBox
{
    readonly List<Glyphs> glyphs = [];
    readonly List<Stroke> strokes = [];

    public double Width { get; set; }

    /// <summary>How far it reaches above the baseline.</summary>
    public double Ascent { get; set; }

    /// <summary>How far it reaches below the baseline.</summary>
    public double Descent { get; set; }

    public void Add(ShapedText text, double x, double y, double size) => glyphs.Add(new(text.Runs, x, y, size));

    public void AddStroke(double width, params (double X, double Y)[] points) => strokes.Add(new(points, width));

    /// <summary>Takes over another box with its left end and its baseline at a place.</summary>
    public void Add(FormulaBox box, double x, double y)
    {
        glyphs.AddRange(box.glyphs.Select(part => part with { X = part.X + x, Y = part.Y + y }));
        strokes.AddRange(box.strokes.Select(part =>
            part with { Points = [.. part.Points.Select(point => (point.X + x, point.Y + y))] }));
        Ascent = Math.Max(Ascent, y + box.Ascent);
        Descent = Math.Max(Descent, box.Descent - y);
    }

    public void Draw(PageCanvas canvas, ContentSpot? spot, double left, double baseline, Colour colour)
    {
        foreach (var part in glyphs) canvas.Text(spot, part.Runs, left + part.X, baseline - part.Y, part.Size, colour);
        canvas.Mark(spot);
        foreach (var part in strokes)
            canvas.Line([.. part.Points.Select(point => (left + point.X, baseline - point.Y))], part.Width, colour);
    }

    sealed record Glyphs(IReadOnlyList<GlyphRun> Runs, double X, double Y, double Size);

    sealed record Stroke((double X, double Y)[] Points, double Width);
}
