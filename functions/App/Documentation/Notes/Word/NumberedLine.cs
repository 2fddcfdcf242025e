using System.Globalization;
using AccessiblePdf.Model;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>
/// A list of one item, which is a line in bold, is what people make who press "1." for a heading: "3. Erkenntnisse". It is the line they see,
/// so that it leads to what follows as any other line in bold.
/// </summary>
static class NumberedLine
{
    public static Block Of(Block block) =>
        block is NumberedList { Numbering: Numbering.Digits, Start: var number, Items: [{ Done: null, Content: [Paragraph line] }] } && TextRuns.IsBold(line.Content)
            ? line with { Content = [.. TextRuns.Joined([new TextRun(string.Create(CultureInfo.InvariantCulture, $"{number}. "), TextStyle.Bold), .. line.Content])] }
            : block;
}
