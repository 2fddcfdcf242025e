using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>A chart's drawing: a figure whose lines, areas and words belong to one element.</summary>
abstract class ChartDrawing(LayoutContext context, ChartNumbers numbers, StructureElement figure, Frame frame) : FlowItem
{
    public static readonly Look Label = Theme.Caption with { Colour = Theme.Ink, Size = 9 };

    readonly ContentSpot spot = figure.AddContent();
    readonly ChartLegend legend = new(context, [.. numbers.Chart.Series.Select(series => series.Name)], frame.Width, frame.Tallest / 2);

    protected ChartNumbers Numbers => numbers;

    protected double Width => frame.Width;

    protected double LegendHeight => legend.Height;

    protected sealed override void DrawContent(PageCanvas canvas, double left, double top)
    {
        canvas.Frame(figure, left + frame.X, top, frame.Width, Height);
        canvas.Mark(spot);
        legend.Draw(canvas, spot, left + frame.X, top);
        DrawChart(canvas, left + frame.X, top + legend.Height);
    }

    protected abstract void DrawChart(PageCanvas canvas, double left, double top);

    protected double Measure(string text) => context.Typesetter.Shape(text, Label.Face).WidthAt(Label.Size);

    /// <param name="canvas">The page.</param>
    /// <param name="text">What is written, shortened where it has no room.</param>
    /// <param name="x">Where it begins, or ends, or has its middle: as <paramref name="anchor"/> says with 0, 1 or 0.5.</param>
    /// <param name="baseline">Where the letters stand.</param>
    /// <param name="anchor">The share of the text that lies left of <paramref name="x"/>.</param>
    /// <param name="room">The most it may take.</param>
    protected void Write(PageCanvas canvas, string text, double x, double baseline, double anchor, double room)
    {
        var fitted = context.Fitted(text, Label, room);
        canvas.Text(spot, fitted.Runs, x - anchor * fitted.WidthAt(Label.Size), baseline, Label.Size, Label.Colour);
    }

    public static Colour Colour(int series) => Theme.Series[series % Theme.Series.Count];
}
