using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>A line of text.</summary>
sealed class LineItem : FlowItem
{
    /// <summary>Between a formula and the lines around it.</summary>
    const double LeastGap = 1;

    readonly IReadOnlyList<Fragment> fragments;
    readonly TextFormat format;
    readonly double x, baseline;

    public LineItem(IReadOnlyList<Fragment> fragments, TextFormat format, double x)
    {
        (this.fragments, this.format, this.x, Height, baseline) = (fragments, format, x, format.Leading, format.Baseline);
        foreach (var fragment in fragments)
        {
            if (fragment.Piece.Box is not { } box) continue;
            // a high formula pushes its neighbours apart
            var (above, below) = (Math.Max(0, box.Ascent + LeastGap - baseline), Math.Max(0, box.Descent + LeastGap - (Height - baseline)));
            (Height, baseline) = (Height + above + below, baseline + above);
        }
        foreach (var note in Notes) Add([note.Reference]);
    }

    /// <summary>Where the text begins and ends, from the column's left edge.</summary>
    public (double Left, double Right) Extent => (x, x + Fragment.EndOf(fragments));

    public override IEnumerable<Note> Notes => fragments.Select(fragment => fragment.Piece.Note).OfType<Note>();

    public override double BaselineFor(TextFormat format) => baseline;

    protected override void DrawContent(PageCanvas canvas, double left, double top)
    {
        var line = top + baseline;
        if (fragments.Any(IsForTheEye)) canvas.LayoutArtifact(() => DrawForTheEye(canvas, left + x, line));
        foreach (var (piece, runs, start, _) in fragments)
        {
            if (piece.Box is { } box) box.Draw(canvas, piece.Spot, left + x + start, line, piece.Format.Colour);
            else if (piece.Spot is not null)
                canvas.Text(piece.Spot, runs, left + x + start, line - piece.Rise, piece.Format.Size, piece.Format.Colour);
        }

        AddLinks(canvas, left + x, top);
    }

    /// <summary>One annotation a link, however many styles its text has: each annotation is announced.</summary>
    void AddLinks(PageCanvas canvas, double left, double top)
    {
        for (var i = 0; i < fragments.Count; i++)
        {
            if (fragments[i].Piece is not { Link: { } link, Target: { } target, Spot: not null }) continue;

            var (start, end) = (fragments[i].X, fragments[i].X + fragments[i].Width);
            while (i + 1 < fragments.Count && fragments[i + 1].Piece is { Spot: not null } next && next.Link == link)
            {
                i++;
                (start, end) = (Math.Min(start, fragments[i].X), Math.Max(end, fragments[i].X + fragments[i].Width));
            }
            canvas.Link(target, link, left + start, top, end - start, Height);
        }
    }

    static bool IsForTheEye(Fragment fragment) => fragment.Piece.IsUnderlined || fragment.Piece.IsStruck || fragment.Piece.Spot is null;

    void DrawForTheEye(PageCanvas canvas, double start, double baseline)
    {
        foreach (var (piece, runs, offset, width) in fragments)
        {
            if (piece.Spot is null) canvas.Text(null, runs, start + offset, baseline - piece.Rise, piece.Format.Size, piece.Format.Colour);
            if (piece.IsUnderlined) canvas.Rectangle(start + offset, baseline + 1.5, width, Theme.Hairline, piece.Format.Colour);
            if (piece.IsStruck) canvas.Rectangle(start + offset, baseline - piece.Format.Size * 0.25, width, 0.7, piece.Format.Colour);
        }
    }
}
