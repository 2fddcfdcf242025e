using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading;

/// <summary>
/// Names and what belongs to them, which authors set as a table for its columns: a list of definitions says the same without rows and
/// cells being announced.
/// </summary>
static class DefinitionTable
{
    const int LongestName = 60;

    /// <summary>A list in place of the table, if it is one of names and values in words. Numbers stay a table, to be compared.</summary>
    public static Block Of(Table table)
    {
        List<Definition> items = [];
        foreach (var row in table.Header.Count == 0 && table.Caption.Count == 0 ? table.Rows : [])
        {
            if (row.Cells is not [{ IsRowHeader: true, Content: [Paragraph name] } first, var value]
                || first is not { RowSpan: 1, ColumnSpan: 1 } || value is not { RowSpan: 1, ColumnSpan: 1 }
                || TextRuns.Plain(name.Content).Trim() is not { Length: <= LongestName }) return table;

            items.Add(new(WithoutColon(name.Content), value.Content));
        }

        return items.Exists(item => item.Content.Any(HasWords)) ? new DefinitionList([.. items]) { TermsBeside = true } : table;
    }

    static bool HasWords(Block block) => block is not Paragraph paragraph || TextRuns.Plain(paragraph.Content).Any(char.IsLetter);

    static IReadOnlyList<Inline> WithoutColon(IReadOnlyList<Inline> name) => TextRuns.Trimmed(name) switch
    {
        [.. var before, TextRun last] when last.Text.EndsWith(':') =>
            [.. before.Select(TextRuns.NotBold), TextRuns.NotBold(last with { Text = last.Text[..^1].TrimEnd() })],
        var text => [.. text.Select(TextRuns.NotBold)],
    };
}
