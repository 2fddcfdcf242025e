using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>The smallest unit of layout: a line, a picture, a row of a table.</summary>
abstract class FlowItem
{
    public double Height { get; protected init; }

    /// <summary>The gap above, unless the item is the first of its page.</summary>
    public double Gap { get; set; }

    /// <summary>Whether the next item must stand on the same page if that is possible at all.</summary>
    public bool KeepsNext { get; set; }

    /// <summary>Whether the item is not divided if the next page has room for it.</summary>
    public bool StaysWhole { get; set; }

    /// <summary>The paper the item is set for.</summary>
    public Paper Paper { get; set; } = Paper.Upright;

    /// <summary>The innermost box around the item.</summary>
    public Box? Box { get; set; }

    List<Destination>? destinations;
    List<SideLabel>? labels;

    /// <summary>Link targets at this item, whose position is set with the item's page. null for most items, to save memory.</summary>
    public IReadOnlyList<Destination> Destinations => destinations ?? [];

    /// <summary>What stands beside the item's first line: the labels of lists.</summary>
    public IReadOnlyList<SideLabel> Labels => labels ?? [];

    public void Add(IReadOnlyList<Destination> places)
    {
        if (places.Count > 0) (destinations ??= new(places.Count)).AddRange(places);
    }

    public void Add(SideLabel label) => (labels ??= new(1)).Add(label);

    /// <summary>The notes that must stand at the foot of the item's page.</summary>
    public virtual IEnumerable<Note> Notes => [];

    /// <summary>A header to repeat when a page begins with this item.</summary>
    public virtual FlowItem? RepeatedHeader => null;

    /// <summary>
    /// Divides the item so that the first part is at most so high and has what stands beside the item; nothing if it cannot be divided.
    /// </summary>
    public (FlowItem First, FlowItem Remainder)? Divided(double height)
    {
        if (Split(height) is not var (first, rest)) return null;
        (first.Gap, first.Box, rest.Box, first.Paper, rest.Paper, rest.KeepsNext) = (Gap, Box, Box, Paper, Paper, KeepsNext);
        first.Add(Destinations);
        foreach (var label in Labels) first.Add(label);
        return (first, rest);
    }

    /// <summary>The two parts of the item's content.</summary>
    protected virtual (FlowItem First, FlowItem Remainder)? Split(double height) => null;

    /// <summary>The same item scaled down to a height; null if it cannot be scaled or would become too small.</summary>
    public virtual FlowItem? Shrunk(double height) => null;

    /// <summary>Sets the page of the item, before anything is drawn.</summary>
    public virtual void Place(int page, double top)
    {
        foreach (var destination in Destinations) (destination.Page, destination.Top) = (page, top);
    }

    /// <summary>Where the first line's letters stand, from the upper edge; text of a format beside the item stands there too.</summary>
    public virtual double BaselineFor(TextFormat format) => format.Baseline;

    public void Draw(PageCanvas canvas, double left, double top)
    {
        foreach (var label in Labels) label.Draw(canvas, left, top + BaselineFor(label.Format));
        DrawContent(canvas, left, top);
    }

    /// <param name="canvas">The page.</param>
    /// <param name="left">Where the item's column begins.</param>
    /// <param name="top">The item's upper edge.</param>
    protected abstract void DrawContent(PageCanvas canvas, double left, double top);
}
