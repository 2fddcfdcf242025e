using System.Globalization;
using AccessiblePdf.Model;
using ThaffFunctions.Insights.Reading;
using ThaffFunctions.Shared.Text;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>
/// Lines in bold that people number with "1." for want of a heading, as in "3. Erkenntnisse": alone, or with all that follows as items below.
/// They become the lines that are seen, so that they lead to what follows as any other line in bold.
/// </summary>
static class NumberedLine
{
    public static IEnumerable<Block> Of(Block block) =>
        block is NumberedList { Numbering: Numbering.Digits } list && list.Items.All(IsLine) && (list.Items is [{ Content.Count: 1 }] || list.Items.Any(NamesSection))
            ? list.Items.SelectMany((item, index) => item.Content.Skip(1).Prepend(LineOf(item, list.Start + index)))
            : [block];

    static bool IsLine(ListItem item) => item is { Done: null, Content: [Paragraph line, ..] } && TextRuns.IsBold(line.Content);

    static bool NamesSection(ListItem item) => item.Content is [Paragraph line, ..] && SectionNames.KindOf(BlockText.Of(line.Content)) is not null;

    static Paragraph LineOf(ListItem item, int number)
    {
        var line = (Paragraph)item.Content[0];
        return line with { Content = [.. TextRuns.Joined([new TextRun(string.Create(CultureInfo.InvariantCulture, $"{number}. "), TextStyle.Bold), .. line.Content])] };
    }
}
