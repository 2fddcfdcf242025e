using AccessiblePdf.Writer;
using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Layout;

/// <summary>
/// A chart's drawing: a figure of lines and areas. Its words are cells of the chart's table, or else artifacts, since the table has them
/// all.
/// </summary>
abstract class ChartDrawing(LayoutContext context, ChartNumbers numbers, StructureElement figure, Frame frame) : FlowItem
{
    public static readonly TextFormat Label = Theme.Caption with { Colour = Theme.Ink, Size = 9 };

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
        foreach (var (series, (name, x, baseline)) in legend.Names.Index())
            Write(canvas, cells?.NameOfSeries(series), name, left + frame.X + x, top + baseline);
        DrawWords(canvas, left + frame.X, top + legend.Height);
    }

    protected abstract void DrawShapes(PageCanvas canvas, double left, double top);

    protected abstract void DrawWords(PageCanvas canvas, double left, double top);

    /// <summary>What the name of a category is part of.</summary>
    protected ContentSpot? NameOf(int category) => cells?.NameOf(category);

    /// <summary>What a number is part of.</summary>
    protected ContentSpot? ValueOf(int category, int series) => cells?.ValueOf(category, series);

    protected double Measure(string text) => context.Typesetter.Shape(text, Label.Face).WidthAt(Label.Size);

    /// <param name="canvas">The page.</param>
    /// <param name="owner">What the text is part of; null if the table below has it.</param>
    /// <param name="text">What is written, shortened where it has no room.</param>
    /// <param name="x">Where it begins, or ends, or has its middle: as <paramref name="anchor"/> says with 0, 1 or 0.5.</param>
    /// <param name="baseline">Where the letters stand.</param>
    /// <param name="anchor">The share of the text that lies left of <paramref name="x"/>.</param>
    /// <param name="room">The most it may take.</param>
    protected void Write(PageCanvas canvas, ContentSpot? owner, string text, double x, double baseline, double anchor, double room)
    {
        var fitted = context.Fitted(text, Label, room);
        Write(canvas, owner, fitted, x - anchor * fitted.WidthAt(Label.Size), baseline);
    }

    static void Write(PageCanvas canvas, ContentSpot? owner, ShapedText text, double x, double baseline)
    {
        if (owner is null) canvas.LayoutArtifact(Draw);
        else Draw();

        void Draw() => canvas.Text(owner, text.Runs, x, baseline, Label.Size, Label.Colour);
    }

    public static Colour Colour(int series) => Theme.Series[series % Theme.Series.Count];
}
