using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>A chart's drawing: a figure whose lines, areas and words belong to one element.</summary>
abstract class ChartDrawing(LayoutContext context, ChartNumbers numbers, StructureElement figure, Frame frame) : FlowItem
{
    public static readonly Look Label = Theme.Caption with { Colour = Theme.Ink, Size = 9 };

    readonly ContentSpot spot = figure.AddContent();
    readonly ChartLegend legend = new(context, numbers.Chart, frame.Width, frame.Tallest / 2);
    ChartCells? cells;

    /// <summary>Whether every name and every number of the chart stands in the drawing, in full.</summary>
    public abstract bool TellsAll { get; }

    protected ChartNumbers Numbers => numbers;

    protected double Width => frame.Width;

    protected double LegendHeight => legend.Height;

    protected bool HasWholeLegend => legend.IsWhole;

    /// <summary>Makes the words of the drawing the cells of a table, and leaves to the figure what only the eye needs.</summary>
    public void TellIn(StructureElement table) => cells = new(table, numbers.Chart, legend.IsShown);

    protected sealed override void DrawContent(PageCanvas canvas, double left, double top)
    {
        canvas.Frame(figure, left + frame.X, top, frame.Width, Height);
        canvas.Mark(spot);
        legend.DrawColours(canvas, left + frame.X, top);
        DrawShapes(canvas, left + frame.X, top + legend.Height);
        legend.DrawNames(canvas, series => cells?.NameOfSeries(series) ?? spot, left + frame.X, top);
        DrawWords(canvas, left + frame.X, top + legend.Height);
    }

    protected abstract void DrawShapes(PageCanvas canvas, double left, double top);

    protected abstract void DrawWords(PageCanvas canvas, double left, double top);

    /// <summary>What the name of a category is part of.</summary>
    protected ContentSpot NameOf(int category) => cells?.NameOf(category) ?? spot;

    /// <summary>What a number is part of.</summary>
    protected ContentSpot ValueOf(int category, int series) => cells?.ValueOf(category, series) ?? spot;

    /// <summary>What belongs to the whole drawing, such as its scale.</summary>
    protected ContentSpot Whole => spot;

    protected double Measure(string text) => context.Typesetter.Shape(text, Label.Face).WidthAt(Label.Size);

    /// <param name="canvas">The page.</param>
    /// <param name="owner">What the text is part of.</param>
    /// <param name="text">What is written, shortened where it has no room.</param>
    /// <param name="x">Where it begins, or ends, or has its middle: as <paramref name="anchor"/> says with 0, 1 or 0.5.</param>
    /// <param name="baseline">Where the letters stand.</param>
    /// <param name="anchor">The share of the text that lies left of <paramref name="x"/>.</param>
    /// <param name="room">The most it may take.</param>
    protected void Write(PageCanvas canvas, ContentSpot owner, string text, double x, double baseline, double anchor, double room)
    {
        var fitted = context.Fitted(text, Label, room);
        canvas.Text(owner, fitted.Runs, x - anchor * fitted.WidthAt(Label.Size), baseline, Label.Size, Label.Colour);
    }

    public static Colour Colour(int series) => Theme.Series[series % Theme.Series.Count];
}
