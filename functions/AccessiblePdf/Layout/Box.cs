using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>A background or a bar beside a run of items; it continues on the next page.</summary>
sealed record Box(Box? Outer, double X, double Width, Colour? Ground, Colour? Bar)
{
    /// <summary>Whether the bar stands at the right side.</summary>
    public bool IsBarRight { get; init; }

    int Depth => Outer is null ? 0 : Outer.Depth + 1;

    /// <summary>Draws the boxes of a column of items, outer ones first.</summary>
    public static void DrawAll(PageCanvas canvas, double left, IReadOnlyList<PlacedItem> items)
    {
        const double overhang = 5; // where a ground goes on over the page, no padding keeps its edge off the text
        if (items.All(item => item.Item.Box is null)) return;
        var extents = new Dictionary<Box, (double Top, double Bottom)>(ReferenceEqualityComparer.Instance);
        foreach (var (item, top) in items)
        {
            for (var box = item.Box; box is not null; box = box.Outer)
            {
                var edge = item is Padding && ReferenceEquals(item.Box, box) || box.Ground is null ? 0 : overhang;
                extents[box] = (extents.TryGetValue(box, out var known) ? known.Top : top - edge, top + item.Height + edge);
            }
        }
        canvas.LayoutArtifact(() =>
        {
            foreach (var (box, (top, bottom)) in extents.OrderBy(pair => pair.Key.Depth)) box.Draw(canvas, left, top, bottom);
        });
    }

    void Draw(PageCanvas canvas, double left, double top, double bottom)
    {
        if (Ground is { } ground) canvas.Rectangle(left + X, top, Width, bottom - top, ground);
        if (Bar is { } bar)
            canvas.Rectangle(left + X + (IsBarRight ? Width - Theme.BarWidth : 0), top, Theme.BarWidth, bottom - top, bar);
    }
}
