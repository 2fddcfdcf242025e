using System.Text.RegularExpressions;
using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading;

/// <summary>
/// Which cells of a table name the others where its author marked none. A cell that names nothing must not be taken for a header: it would
/// be read aloud before every cell of its column or row.
/// </summary>
static partial class TableHeads
{
    const int LongestName = 60;

    /// <summary>A longer text that ends with a full stop is a sentence; shorter ones may be abbreviated.</summary>
    const int MostWordsOfName = 5;

    /// <param name="rows">The cells of each row with their column; a merged cell stands in the first row and column that it covers.</param>
    /// <returns>Whether the first row names the columns.</returns>
    public static bool NameColumns(IReadOnlyList<IReadOnlyList<(int Column, IReadOnlyList<Block> Content)>> rows)
    {
        if (rows is not [{ Count: > 1 } first, _, ..]) return false;
        // one filled cell alone names a row
        if (first.Count(cell => cell.Content.Count > 0) < (first[0].Content.Count == 0 ? 1 : 2)) return false;

        var below = rows.Skip(1).SelectMany(row => row).Where(cell => cell.Content.Count > 0)
            .ToLookup(cell => cell.Column, cell => TextOf(cell.Content));
        return first.All(cell => cell.Content.Count == 0 ? cell.Column == 0 || !below[cell.Column].Any()
            : TextOf(cell.Content) is { } text && IsName(text) && !IsAddress().IsMatch(text) && MayName(text, [.. below[cell.Column]]));
    }

    /// <returns>
    /// Whether the first column names the rows: each of its cells is short and in that column alone, and no two are the same.
    /// </returns>
    public static bool NameRows(IReadOnlyList<IReadOnlyList<(int Column, IReadOnlyList<Block> Content)>> rows)
    {
        if (rows.Count < 2 || rows.Any(row => row is not [{ Column: 0 }, { Column: 1 }, ..])) return false;

        var names = rows.Select(row => TextOf(row[0].Content)).ToList();
        return names.TrueForAll(name => name is not null && name.Any(char.IsLetter) && IsName(name))
            && names.Distinct().Count() == names.Count;
    }

    /// <summary>
    /// Whether the first column names the rows below a header with an empty corner, as where both say what the cells between them are.
    /// Rows of one cell name sections.
    /// </summary>
    /// <param name="rows">The cells of each row with their column.</param>
    /// <param name="headers">How many of the rows are headers.</param>
    public static bool NameRowsBelowCorner(IReadOnlyList<IReadOnlyList<(int Column, IReadOnlyList<Block> Content)>> rows, int headers) =>
        headers > 0 && rows[0] is [{ Column: 0, Content.Count: 0 }, _, ..]
            && rows.Skip(headers).Where(row => row is [{ Column: 0 }, _, ..]).Select(row => TextOf(row[0].Content)).ToList()
                is { Count: > 0 } names && names.TrueForAll(name => name is not null && IsName(name));

    /// <summary>Whether a cell holds a text that is short enough to be read aloud before others.</summary>
    public static bool IsName(IReadOnlyList<Block> content) => TextOf(content) is { } text && IsName(text);

    /// <summary>What was made of a table, as the end of a German sentence.</summary>
    public static string Assumed(bool nameColumns, bool nameRows) => nameColumns ? "ihre erste Zeile wurde dafür genommen"
        : nameRows ? "ihre erste Spalte wurde als Namen der Zeilen genommen" : "vorgelesen sagt keine Zelle, was sie bedeutet";

    /// <summary>null for an empty cell, and for one that holds anything but text.</summary>
    static string? TextOf(IReadOnlyList<Block> content) => content.Count > 0 && content.All(block => block is Paragraph)
        ? string.Join(' ', content.Cast<Paragraph>().Select(paragraph => TextRuns.Plain(paragraph.Content).Trim())) : null;

    static bool IsName(string text) => text.Length is > 0 and <= LongestName
        && !(text[^1] is '.' or '!' or '?' && text.Split(' ').Length > MostWordsOfName);

    /// <summary>A number names no column of numbers, unless it is a year and they are none.</summary>
    static bool MayName(string text, IReadOnlyList<string?> below) =>
        !IsNumber(text) || below.Count(IsYear(text) ? IsYear : IsNumber) * 2 < below.Count;

    static bool IsNumber(string? text) => text is not null && text.Any(char.IsDigit) && !text.Any(char.IsLetter);

    static bool IsYear(string? text) => text is ['1', '9', _, _] or ['2', '0', _, _] && text.All(char.IsDigit);

    /// <summary>Of a page or a mailbox, or the name of a file or a program's part.</summary>
    [GeneratedRegex(@"^((\w+://|www\.)\S+|\S+@\S+\.\S+|\w+(\.\w+){2,}|[\w-]+\.[a-z]{2,4})$", RegexOptions.NonBacktracking)]
    private static partial Regex IsAddress();
}
