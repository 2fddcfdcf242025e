using AccessiblePdf.Model;
using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>Sets tables: Table, Caption, THead, TBody, TR, TH with its scope, and TD (ISO 32000-1, 14.8.4.3.4; ISO 14289-1, 7.5).</summary>
sealed class TableSetter(LayoutContext context, Frame frame)
{
    /// <summary>How many rows stand on each side of a page's end at least.</summary>
    const int LeastRows = 3;

    /// <param name="table">The table.</param>
    /// <param name="flow">Takes its items.</param>
    /// <param name="element">The element Table, if there is one already.</param>
    public void Set(Table table, Flow flow, StructureElement? element = null)
    {
        var (header, body) = (TableGrid.Of(table.Header, isHeader: true), TableGrid.Of(table.Rows, isHeader: false));
        var count = Math.Max(header.Columns, body.Columns);
        if (count == 0) return;
        header.FilledTo(count);
        body.FilledTo(count);
        var canTurn = frame.IsWholeColumn && flow.CanTurn;
        var (widths, style, paper) = Fit(header, body, count, canTurn);
        var lefts = new double[count + 1];
        lefts[0] = frame.IsRightToLeft ? frame.X + (paper == Paper.Turned ? paper.TextWidth : frame.Width) - widths.Sum() : frame.X;
        for (var column = 0; column < count; column++) lefts[column + 1] = lefts[column] + widths[column];

        flow.Gap(Theme.BlockGap);
        var first = flow.Items.Count;
        element ??= frame.Element.Add("Table");
        if (table.Caption.Count > 0) SetCaption(table, element, flow);
        var sheet = new TableSheet(lefts, style) { IsRightToLeft = frame.IsRightToLeft };
        var hasSections = table.Rows.Count > 0 && table.Header.Count > 0; // a head without a body is no valid table
        var headItems = Rows(header, hasSections ? element.Add("THead") : element, true, table, sheet);
        var bodyItems = Rows(body, hasSections ? element.Add("TBody") : element, false, table, sheet);
        if (AddRows(flow, headItems, bodyItems, frame.Box, paper.TextHeight / 3)) flow.KeepHeadingWith(first);
        if (headItems.Count == 1 && headItems[0].Height < paper.TextHeight / 3) sheet.Header = headItems[0];
        if (paper == Paper.Turned) flow.Turn(first);
        flow.Gap(Theme.BlockGap);
    }

    void SetCaption(Table table, StructureElement element, Flow flow)
    {
        new BlockSetter(context, flow, frame).SetHead(table.Caption, element.Add("Caption"), Theme.Caption with { IsBold = true });
        flow.Gap(4);
    }

    /// <summary>
    /// A header stays with the first rows, a few rows at each end stay together so that no page has one or two by themselves, and a table
    /// of up to a third of a page stays whole.
    /// </summary>
    /// <returns>Whether it stays whole.</returns>
    static bool AddRows(Flow flow, List<TableRowItem> header, List<TableRowItem> body, Box? box, double highestEdge)
    {
        var isSmall = Flow.HeightOf(header) + Flow.HeightOf(body) <= highestEdge;
        foreach (var item in header)
        {
            item.KeepsNext = body.Count > 0;
            flow.Add(item, box);
        }
        var starts = new List<int>();
        foreach (var item in body)
        {
            for (var row = 0; row < item.Rows; row++) starts.Add(flow.Items.Count);
            flow.Add(item, box);
        }
        flow.KeepEnds(starts, LeastRows, highestEdge);
        if (isSmall) foreach (var item in body.SkipLast(1)) item.KeepsNext = true;
        if (body.Count > 1) body[^1].StaysWhole = body[^1].Height <= highestEdge;
        return isSmall;
    }

    /// <summary>
    /// The widths at the first size at which no word is too long, if need be on a turned page; inside another table no larger than there.
    /// </summary>
    (double[] Widths, CellStyle Style, Paper Paper) Fit(TableGrid header, TableGrid body, int count, bool canTurn)
    {
        var cells = header.Rows.Concat(body.Rows).SelectMany(row => row).ToList();
        if (cells.Exists(cell => cell.Cell.ColumnSpan > 1)) cells = [.. cells.OrderBy(cell => cell.Cell.ColumnSpan)];
        foreach (var paper in canTurn ? new[] { Paper.Upright, Paper.Turned } : [Paper.Upright])
        {
            foreach (var style in Theme.Cells)
            {
                var width = paper == Paper.Turned ? paper.TextWidth : frame.Width;
                if (style.Format.Size > frame.Format.Size) continue;
                if (TableColumns.Fit(context.Typesetter, cells, count, style, width, isForced: false) is { } widths)
                    return (widths, style, paper);
            }
        }
        var last = canTurn ? Paper.Turned : Paper.Upright;
        var forced = TableColumns.Fit(context.Typesetter, cells, count, Theme.SmallestCells, canTurn ? last.TextWidth : frame.Width,
            isForced: true)!;
        return (forced, Theme.SmallestCells, last);
    }

    List<TableRowItem> Rows(TableGrid grid, StructureElement parent, bool isHeader, Table table, TableSheet sheet)
    {
        var items = new List<TableRowItem>();
        for (var start = 0; start < grid.Rows.Count;)
        {
            var end = start + 1;
            for (var row = start; row < end; row++)
            {
                if (isHeader) end = grid.Rows.Count;
                foreach (var cell in grid.Rows[row]) end = Math.Max(end, cell.Row + cell.Cell.RowSpan);
            }
            var cells = new List<SetCell>();
            for (var row = start; row < end; row++)
            {
                var element = parent.Add("TR");
                cells.AddRange(grid.Rows[row].Select(cell => SetCell(cell, start, element, isHeader, table, sheet)));
            }
            items.Add(new(sheet, cells, end - start, isHeader));
            start = end;
        }
        return items;
    }

    SetCell SetCell(GridCell place, int firstRow, StructureElement row, bool isHeader, Table table, TableSheet sheet)
    {
        var cell = place.Cell;
        var isNaming = (isHeader || cell.IsRowHeader) && cell.Content.Count > 0 && !cell.HoldsTable(); // nor is an empty corner
        var element = row.Add(isNaming ? "TH" : "TD");
        element.Attributes = [.. Attributes(cell, isNaming, isHeader)];

        var flow = new Flow();
        var width = sheet.Lefts[place.Column + cell.ColumnSpan] - sheet.Lefts[place.Column] - 2 * sheet.Style.Padding;
        var alignment = cell.ColumnSpan > 1 && isHeader ? Alignment.Center
            : place.Column < table.Columns.Count ? table.Columns[place.Column] : Alignment.Start;
        var inside = new Frame(element, 0, width,
            isNaming ? sheet.Style.Format with { IsBold = true } : sheet.Style.Format)
        {
            Alignment = alignment,
            Gap = Theme.ItemGap,
            Tallest = Theme.LargestInCell,
            IsInTable = true,
            IsRightToLeft = frame.IsRightToLeft,
        };
        new BlockSetter(context, flow, inside).SetContent(cell.Content);
        flow.End();
        return new(place.Row - firstRow, cell.RowSpan, place.Column, cell.ColumnSpan, flow.Items.ToArray());
    }

    static IEnumerable<string> Attributes(TableCell cell, bool isNaming, bool isHeader)
    {
        if (isNaming) yield return StructureAttribute.Scope(column: isHeader, row: cell.IsRowHeader);
        if (cell.ColumnSpan > 1 || cell.RowSpan > 1) yield return StructureAttribute.Spans(cell.ColumnSpan, cell.RowSpan);
    }
}
