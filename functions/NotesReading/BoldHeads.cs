using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading;

/// <summary>
/// Which cells of a table its author set in bold because they name the others. Bold counts only where most of the cells that it would name
/// are not bold: a bold sum or a single bold word does no harm, a table all in bold says nothing.
/// </summary>
static class BoldHeads
{
    /// <summary>One bold cell may be bold for any reason.</summary>
    const int FewestNames = 2;

    /// <param name="rows">The cells of each row with their column.</param>
    /// <returns>Whether the first row names the columns; its first cell may be empty.</returns>
    public static bool NameColumns(IReadOnlyList<IReadOnlyList<(int Column, IReadOnlyList<Block> Content)>> rows)
    {
        if (rows is not [{ Count: > 1 } first, _, ..] || first.Skip(1).Any(cell => cell.Content.Count == 0)) return false;

        var names = first.Where(cell => cell.Content.Count > 0).ToList();
        return names.Count >= FewestNames && names.TrueForAll(cell => IsBoldName(cell.Content))
            && ArePlain(rows.Skip(1).SelectMany(row => row.Where(cell => cell.Column > 0)));
    }

    /// <param name="rows">The cells of each row with their column. Rows of one cell name sections.</param>
    /// <param name="headers">How many of the rows are headers.</param>
    /// <returns>Whether the first column names the rows below the headers.</returns>
    public static bool NameRows(IReadOnlyList<IReadOnlyList<(int Column, IReadOnlyList<Block> Content)>> rows, int headers)
    {
        var named = rows.Skip(headers).Where(row => row is [{ Column: 0 }, _, ..]).ToList();
        return headers > 0 && named.Count >= FewestNames && named.TrueForAll(row => IsBoldName(row[0].Content))
            && ArePlain(named.SelectMany(row => row.Skip(1)));
    }

    static bool ArePlain(IEnumerable<(int Column, IReadOnlyList<Block> Content)> cells)
    {
        var filled = cells.Where(cell => cell.Content.Count > 0).ToList();
        return filled.Count == 0 || filled.Count(cell => IsBold(cell.Content)) * 2 < filled.Count;
    }

    static bool IsBoldName(IReadOnlyList<Block> content) => IsBold(content) && TableHeads.IsName(content);

    static bool IsBold(IReadOnlyList<Block> content) => content is [Paragraph one] && TextRuns.IsBold(one.Content);
}
