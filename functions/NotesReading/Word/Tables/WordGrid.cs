using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Word.Tables;

/// <summary>
/// The cells of a table by row and column. Finds what Word does not store: the extent of merged cells, and which rows and columns are
/// headers.
/// </summary>
sealed class WordGrid
{
    /// <summary>The limit of Word.</summary>
    public const int MaxColumns = 63;

    readonly List<List<Placed>> rows = [];
    readonly List<bool> headers = [];
    readonly Dictionary<int, Placed> lowest = [];

    public WordGrid(IEnumerable<WordRow> read)
    {
        foreach (var row in read) Place(row);
        RemoveEmptyRows();
        RemoveEmptyColumns();
    }

    public int Count => rows.Count;

    public bool IsEmpty => rows.TrueForAll(row => row.TrueForAll(cell => cell.IsEmpty));

    /// <summary>The number of leading rows marked as headers, extended to the end of their merged cells.</summary>
    public int HeaderRows => headers.TakeWhile(isHeader => isHeader).Count() is > 0 and var marked ? RowsReachedFrom(marked) : 0;

    /// <summary>Whether the first column names the rows: its cells end in a colon, or they alone are bold.</summary>
    public bool NamesRows
    {
        get
        {
            if (rows.Exists(row => row.Count < 2) || !HasFirstColumn) return false;

            var first = rows.ConvertAll(row => row[0]);
            return first.TrueForAll(cell => !cell.IsEmpty)
                && (first.TrueForAll(cell => cell.Text.EndsWith(':'))
                || (first.TrueForAll(cell => cell.IsBold) && !rows[0].Skip(1).All(cell => cell.IsBold)));
        }
    }

    /// <summary>The cells of each row with their column.</summary>
    public IReadOnlyList<IReadOnlyList<(int Column, IReadOnlyList<Block> Content)>> Cells =>
        [.. rows.Select(row => row.ConvertAll(cell => (cell.Column, cell.Content)))];

    /// <summary>Whether each row has a filled cell of its own in the first column.</summary>
    public bool HasFirstColumn => rows.TrueForAll(row => row is [{ Column: 0, IsEmpty: false }, ..]);

    /// <summary>The number of rows that the first ones cover with their merged cells.</summary>
    public int RowsReachedFrom(int first)
    {
        for (var row = 0; row < first; row++) first = Math.Max(first, rows[row].Select(cell => row + cell.RowSpan).DefaultIfEmpty(0).Max());
        return Math.Min(first, Count);
    }

    /// <summary>
    /// Takes a first row away that is one cell over all columns and names the table. As a header, it would be read aloud at every cell.
    /// Where another row is such a cell, both name sections of the table.
    /// </summary>
    /// <returns>Its text; empty if there is no such row, or nothing below it that may be a header.</returns>
    public IReadOnlyList<Inline> TakeTitle()
    {
        if (rows is not [[{ RowSpan: 1, Content: [Paragraph { Anchor: null } title] }], { Count: > 1 } below, _, ..]
            || rows.Skip(1).Any(row => row is [var only] && only.Cell.Span == rows[0][0].Cell.Span)) return [];

        var (row, isHeader) = (rows[0], headers[0]);
        rows.RemoveAt(0);
        headers.RemoveAt(0);
        if (headers[0] || NamesRows || TableHeads.NameColumns(Cells) || TableHeads.NameRows(Cells)
            || below.Exists(cell => !cell.IsEmpty) && below.TrueForAll(cell => cell.IsEmpty || cell.BeginsBold))
            return [.. title.Content.Select(TextRuns.NotBold)];

        rows.Insert(0, row);
        headers.Insert(0, isHeader);
        return [];
    }

    public IEnumerable<TableRow> Header(int count) =>
        rows[..count].Select(row => new TableRow([.. row.Select(cell => CellOf(cell, isHeader: true))]));

    /// <param name="from">The number of header rows.</param>
    /// <param name="namesRows">Whether the first column names the rows; one cell over the whole row names none.</param>
    public IEnumerable<TableRow> Body(int from, bool namesRows) => rows[from..].Select(row => new TableRow([.. row.Select(cell =>
    {
        var isName = namesRows && cell.Column == 0 && row.Count > 1;
        return CellOf(cell, isName) with { IsRowHeader = isName };
    })]));

    /// <summary>The most frequent alignment in each column below the header.</summary>
    public IReadOnlyList<Alignment> Alignments(int from)
    {
        var cells = rows[from..].SelectMany(row => row).Where(cell => cell.Cell.Span == 1 && !cell.IsEmpty).ToLookup(cell => cell.Column,
            cell => cell.Cell.Alignment);
        return [.. Enumerable.Range(0, cells.Select(column => column.Key + 1).DefaultIfEmpty(0).Max())
            .Select(column => cells[column].GroupBy(alignment => alignment).OrderByDescending(same => same.Count()).Select(same => same.Key)
            .FirstOrDefault())];
    }

    /// <summary>Header cells are set in bold anyway.</summary>
    static TableCell CellOf(Placed cell, bool isHeader) => new([.. cell.Content.Select(block =>
        isHeader && block is Paragraph paragraph
            ? new Paragraph([.. paragraph.Content.Select(TextRuns.NotBold)]) { Anchor = paragraph.Anchor } : block)])
    {
        ColumnSpan = cell.Cell.Span,
        RowSpan = cell.RowSpan,
    };

    void Place(WordRow row)
    {
        List<Placed> placed = [];
        var column = 0;
        foreach (var cell in row.Cells.TakeWhile(_ => column < MaxColumns))
        {
            if (cell.GoesOnFromAbove && Above(column) is { } above && above.Cell.Span == cell.Span)
                above.Take(cell.Content, rowsDown: rows.Count - above.Row);
            else if (cell.GoesOnFromLeft && placed is [.., var before])
                placed[^1] = before.Wider(cell);
            else
                placed.Add(new(cell, rows.Count, column));
            column += cell.Span;
        }

        foreach (var cell in placed) lowest[cell.Column] = cell;
        rows.Add(placed);
        headers.Add(row.IsHeader);
    }

    /// <summary>The cell that covers a column in the row above.</summary>
    Placed? Above(int column) => lowest.TryGetValue(column, out var cell) && cell.Row + cell.RowSpan == rows.Count ? cell : null;

    /// <summary>Removes empty rows, meant for filling in by hand or as space; not those that merged cells reach.</summary>
    void RemoveEmptyRows()
    {
        var reached = 0;
        List<int> empty = [];
        foreach (var (index, row) in rows.Index())
        {
            if (index >= reached && row.TrueForAll(cell => cell.IsEmpty && cell.RowSpan == 1)) empty.Add(index);
            reached = Math.Max(reached, row.Select(cell => index + cell.RowSpan).DefaultIfEmpty(index + 1).Max());
        }

        foreach (var index in Enumerable.Reverse(empty))
        {
            rows.RemoveAt(index);
            headers.RemoveAt(index);
        }
    }

    /// <summary>
    /// Removes columns without any content, meant as space between others; merged cells become narrower. Of two columns one is kept, meant
    /// for filling in by hand.
    /// </summary>
    void RemoveEmptyColumns()
    {
        var used = new SortedSet<int>();
        foreach (var cell in rows.SelectMany(row => row).Where(cell => !cell.IsEmpty).OrderBy(cell => cell.Cell.Span))
        {
            var covered = Enumerable.Range(cell.Column, cell.Cell.Span);
            if (cell.Cell.Span == 1 || !covered.Any(used.Contains)) used.UnionWith(covered);
        }

        if (used.Count < 2 || rows.TrueForAll(row => row.TrueForAll(cell => WidthOf(cell) == cell.Cell.Span))) return;

        for (var row = 0; row < rows.Count; row++)
            rows[row] = [.. rows[row].Where(cell => WidthOf(cell) > 0)
                .Select(cell => cell.At(used.GetViewBetween(int.MinValue, cell.Column - 1).Count, WidthOf(cell)))];

        int WidthOf(Placed cell) => used.GetViewBetween(cell.Column, cell.Column + cell.Cell.Span - 1).Count;
    }

    /// <summary>A cell in its place.</summary>
    sealed class Placed(WordCell cell, int row, int column)
    {
        readonly List<Block> content = [.. cell.Content];

        public WordCell Cell => cell;

        public int Row => row;

        public int Column => column;

        public int RowSpan { get; private set; } = 1;

        public IReadOnlyList<Block> Content => content;

        public bool IsEmpty => content.Count == 0;

        public string Text => content is [.., Paragraph last] ? TextRuns.Plain(last.Content).Trim() : "";

        public bool IsBold => content is [Paragraph one] && TextRuns.IsBold([.. one.Content.OfType<TextRun>()]);

        public bool BeginsBold => content is [Paragraph first, ..] && TextRuns.IsBold([.. first.Content.OfType<TextRun>()]);

        /// <summary>Merges with a cell further down.</summary>
        public void Take(IReadOnlyList<Block> more, int rowsDown)
        {
            content.AddRange(more);
            RowSpan = rowsDown + 1;
        }

        public Placed At(int newColumn, int span) =>
            new(cell with { Span = span, Content = content }, row, newColumn) { RowSpan = RowSpan };

        public Placed Wider(WordCell more) =>
            new(cell with { Span = cell.Span + more.Span, Content = [.. content, .. more.Content] }, row, column);
    }
}
