using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>
/// A row of a table, or several that are connected by merged cells. A cell divided over pages stays one structure element.
/// </summary>
sealed class TableRowItem : FlowItem
{
    const double LeastPart = 3 * 13;

    readonly TableSheet sheet;
    readonly IReadOnlyList<SetCell> cells;
    readonly double[] tops;
    readonly bool isHeader;

    public TableRowItem(TableSheet sheet, IReadOnlyList<SetCell> cells, int rows, bool isHeader)
    {
        (this.sheet, this.cells, this.isHeader) = (sheet, cells, isHeader);
        tops = new double[rows + 1];
        var row = 0;
        foreach (var cell in rows == 1 ? cells : [.. cells.OrderBy(cell => cell.Row + cell.RowSpan)])
        {
            for (var end = cell.Row + cell.RowSpan; row < end; row++) tops[row + 1] = tops[row] + 2 * Theme.CellPaddingY;
            tops[row] = Math.Max(tops[row], tops[cell.Row] + cell.Height);
        }
        for (; row < rows; row++) tops[row + 1] = tops[row] + 2 * Theme.CellPaddingY;
        Height = tops[rows];
    }

    public int Rows => tops.Length - 1;

    public override IEnumerable<Note> Notes => cells.SelectMany(cell => cell.Items).SelectMany(item => item.Notes);

    public override FlowItem? RepeatedHeader => isHeader ? null : sheet.Header;

    public override double BaselineFor(TextFormat format) =>
        cells is [{ Items: [var item, ..] } first, ..] ? ContentTop(first) + item.BaselineFor(format) : format.Baseline;

    public override void Place(int page, double top)
    {
        base.Place(page, top);
        foreach (var cell in cells)
        {
            foreach (var (item, itemTop) in Flow.Stack(cell.Items, top + ContentTop(cell))) item.Place(page, itemTop);
        }
    }

    /// <summary>Between two rows if one fits, else inside the first row.</summary>
    protected override (FlowItem First, FlowItem Remainder)? Split(double height)
    {
        var rows = tops.Count(top => top <= height) - 1;
        if (rows >= tops.Length - 1) return null;
        return rows > 0 ? SplitAt(rows, tops[rows]) : height < LeastPart ? null : SplitAt(1, height);
    }

    protected override void DrawContent(PageCanvas canvas, double left, double top)
    {
        canvas.LayoutArtifact(() =>
        {
            foreach (var cell in isHeader ? cells : []) DrawGround(canvas, left, top, cell);
            foreach (var cell in cells) DrawRule(canvas, left, top, cell); // after all grounds: the next one's edge would lie over it
        });
        foreach (var cell in cells)
            Flow.Draw(canvas, left + LeftOf(cell) + sheet.Style.Padding, top + ContentTop(cell), cell.Items);
    }

    /// <summary>Header cells are aligned with the lower edge, close to the cells they describe.</summary>
    double ContentTop(SetCell cell) => Theme.CellPaddingY + (isHeader ? tops[cell.Row + cell.RowSpan] - cell.Height : tops[cell.Row]);

    /// <summary>Cuts after some rows, of which the last may be cut through.</summary>
    (FlowItem, FlowItem)? SplitAt(int rows, double height)
    {
        var cutsThrough = height < tops[rows];
        var (first, rest) = (new List<SetCell>(), new List<SetCell>());
        foreach (var cell in cells)
        {
            var end = cell.Row + cell.RowSpan;
            if (end <= rows && !cutsThrough) first.Add(cell);
            else if (cell.Row >= rows) rest.Add(cell with { Row = cell.Row - rows + (cutsThrough ? 1 : 0) });
            else
            {
                var (above, below) = Flow.Split(cell.Items, height - tops[cell.Row] - 2 * Theme.CellPaddingY);
                if (cutsThrough && above.Count == 0 && cell.Items.Count > 0) return null;
                first.Add(cell with { RowSpan = rows - cell.Row, Items = above });
                rest.Add(cell with { Row = 0, RowSpan = end - rows + (cutsThrough ? 1 : 0), Items = below });
            }
        }
        var left = tops.Length - 1 - rows + (cutsThrough ? 1 : 0);
        return (new TableRowItem(sheet, first, rows, isHeader), new TableRowItem(sheet, rest, left, isHeader));
    }

    void DrawGround(PageCanvas canvas, double left, double top, SetCell cell) =>
        canvas.Rectangle(left + LeftOf(cell), top + tops[cell.Row], WidthOf(cell),
            tops[cell.Row + cell.RowSpan] - tops[cell.Row], Theme.TableHeaderBackground);

    void DrawRule(PageCanvas canvas, double left, double top, SetCell cell)
    {
        var (x, bottom) = (left + LeftOf(cell), top + tops[cell.Row + cell.RowSpan]);
        var isLastOfHeader = isHeader && cell.Row + cell.RowSpan == tops.Length - 1;
        if (isLastOfHeader) canvas.Rectangle(x, bottom - Theme.Rule, WidthOf(cell), Theme.Rule, Theme.Accent);
        // a gap between groups of columns
        else if (isHeader) canvas.Rectangle(x + sheet.Style.Padding, bottom - Theme.Hairline, WidthOf(cell) - 2 * sheet.Style.Padding,
            Theme.Hairline, Theme.Muted);
        else canvas.Rectangle(x, bottom - Theme.Hairline, WidthOf(cell), Theme.Hairline, Theme.Line);
    }

    double LeftOf(SetCell cell) => sheet.LeftOf(cell.Column, cell.ColumnSpan);

    double WidthOf(SetCell cell) => sheet.Lefts[cell.Column + cell.ColumnSpan] - sheet.Lefts[cell.Column];
}
