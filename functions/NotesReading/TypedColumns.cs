using System.Text.RegularExpressions;
using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading;

/// <summary>
/// Finds lines whose columns are typed with tabs or runs of spaces: read aloud, nothing says where a cell ends. Where it is plain which
/// cells there are, they become a table. Staff are told in any case, for only they know what was meant.
/// </summary>
static partial class TypedColumns
{
    /// <summary>Fewer lines may look alike by chance; two columns may be a name and what belongs to it, which reads well.</summary>
    const int FewestLines = 3, FewestColumns = 3;

    const int LongestCell = 60, LettersTold = 60;

    /// <param name="blocks">The blocks, with the tabs and spaces that their author typed.</param>
    /// <param name="remarks">Take the hints.</param>
    public static IReadOnlyList<Block> Found(IReadOnlyList<Block> blocks, Remarks remarks)
    {
        var cells = blocks.Select(LinesOf).ToList();
        List<Block> found = [];
        for (var at = 0; at < blocks.Count;)
        {
            var (even, end) = (EndOf(at, alike: true), EndOf(at, alike: false));
            var lines = LinesIn(at, even);
            var isTable = lines.Count >= FewestLines && IsPlain(lines) && (even == end || cells[even]![0].Count < FewestColumns);
            if (!isTable) lines = LinesIn(at, even = end);
            var areColumns = lines.Count >= FewestLines && !lines.TrueForAll(line => TextRuns.Plain(line[0]).TrimEnd().EndsWith(':'));
            if (areColumns) Tell(lines[0], isTable, remarks);
            even = Math.Max(even, at + 1);
            found.AddRange(areColumns && isTable ? [TableOf(lines) with { Anchor = blocks[at].Anchor }] : blocks.Skip(at).Take(even - at));
            at = even;
        }

        return found;

        int EndOf(int start, bool alike)
        {
            var end = start;
            while (end < blocks.Count && cells[end] is { } lines && (end == start || blocks[end].Anchor is null
                && (!alike || lines.TrueForAll(line => line.Count == cells[start]![0].Count)))) end++;
            return end;
        }

        List<List<List<Inline>>> LinesIn(int start, int stop) => [.. cells[start..stop].SelectMany(lines => lines!)];
    }

    static bool IsPlain(List<List<List<Inline>>> lines) => lines[0].Count >= FewestColumns
        && lines.TrueForAll(line => line.Count == lines[0].Count && line.TrueForAll(cell => cell.Count > 0));

    static void Tell(List<List<Inline>> first, bool isTable, Remarks remarks)
    {
        var line = Cut.To(string.Join(' ', first.Select(TextRuns.Plain)), LettersTold);
        remarks.Hint(null, $"Ab der Zeile „{line}“ sind Spalten mit Tabulatoren oder Leerzeichen getippt; "
            + (isTable ? "daraus wurde eine Tabelle. Bitte prüfen; besser ist eine richtige Tabelle."
                : "vorgelesen fehlen die Grenzen zwischen ihnen. Bitte eine Tabelle daraus machen."));
    }

    /// <summary>The cells of each line; null if one of them has no columns, or there is more than text in it.</summary>
    static List<List<List<Inline>>>? LinesOf(Block block)
    {
        if (block is not Paragraph { Content: var content }
            || !content.All(inline => inline is LineBreak || inline is TextRun run && !run.Style.HasFlag(TextStyle.Code))) return null;

        var lines = TextRuns.Lines(content).Select(CellsOf).ToList();
        return lines.TrueForAll(cells => cells.Count > 1 && cells.TrueForAll(cell => TextRuns.Plain(cell).Length <= LongestCell))
            ? lines : null;
    }

    static List<List<Inline>> CellsOf(List<Inline> line)
    {
        List<List<Inline>> cells = [[]];
        foreach (var run in TextRuns.Trimmed(line).Cast<TextRun>())
        {
            foreach (var (at, piece) in Gap().Split(run.Text).Index())
            {
                if (at > 0) cells.Add([]);
                if (piece.Length > 0) cells[^1].Add(run with { Text = piece });
            }
        }

        return cells.ConvertAll(TextRuns.Trimmed);
    }

    static Table TableOf(List<List<List<Inline>>> lines)
    {
        var cells = lines.ConvertAll(line => line.Select((cell, column) =>
            (column, (IReadOnlyList<Block>)[new Paragraph([.. cell])])).ToList());
        var headers = BoldHeads.NameColumns(cells) || TableHeads.NameColumns(cells) ? 1 : 0;
        var namesRows = headers == 0 ? TableHeads.NameRows(cells) : BoldHeads.NameRows(cells, headers);
        var rows = lines.ConvertAll(line => new TableRow([.. line.Select((cell, column) => new TableCell(new Paragraph([.. cell]))
        {
            IsRowHeader = namesRows && column == 0,
        })]));
        return new()
        {
            HasNoHeader = headers == 0 && !namesRows,
            Header = [.. rows[..headers].Select(row => new TableRow([.. row.Cells.Select(cell => cell with { IsRowHeader = false })]))],
            Rows = rows[headers..],
        };
    }

    [GeneratedRegex(@"[ \u00A0]*\t\s*| {3,}", RegexOptions.NonBacktracking)]
    private static partial Regex Gap();
}
