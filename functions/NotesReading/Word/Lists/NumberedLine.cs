using System.Globalization;
using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Word.Lists;

/// <summary>
/// Numbered lines in bold that authors use as headings, as in "3. Erkenntnisse". Word stores them as lists: of one item, or with the text
/// of the section as further content. They become paragraphs, as any other line in bold.
/// </summary>
static class NumberedLine
{
    /// <param name="block">A list, or any other block, which stays as it is.</param>
    /// <param name="namesSection">Whether a line names a section.</param>
    public static IEnumerable<Block> Of(Block block, Func<string, bool> namesSection) =>
        block is NumberedList { Numbering: Numbering.Digits } list && list.Items.All(IsLine)
            && (list.Items is [{ Content.Count: 1 }]
            || list.Items.Any(item => namesSection(TextRuns.Plain(((Paragraph)item.Content[0]).Content))))
            ? list.Items.SelectMany((item, index) => item.Content.Skip(1).Prepend(LineOf(item, list.Start + index)))
            : [block];

    static bool IsLine(ListItem item) => item is { Done: null, Content: [Paragraph line, ..] } && TextRuns.IsBold(line.Content);

    static Paragraph LineOf(ListItem item, int number)
    {
        var line = (Paragraph)item.Content[0];
        return line with
        {
            Content =
            [.. TextRuns.Joined([new TextRun(string.Create(CultureInfo.InvariantCulture, $"{number}. "), TextStyle.Bold),
                .. line.Content])]
        };
    }
}
