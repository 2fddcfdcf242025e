using System.Text.RegularExpressions;
using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading;

/// <summary>
/// Makes quotations of lines that begin with ">", as pasted from a mail: read aloud, each line would begin with "greater than". A single
/// line may compare numbers.
/// </summary>
static partial class TypedQuotes
{
    const int FewestLines = 2;

    public static IReadOnlyList<Block> Found(IReadOnlyList<Block> blocks)
    {
        List<Block> found = [];
        for (var at = 0; at < blocks.Count;)
        {
            var quoted = blocks.Skip(at).Select(LinesOf).TakeWhile(lines => lines.Count > 0 && lines.TrueForAll(IsMarked)).ToList();
            if (quoted.Sum(lines => lines.Count) < FewestLines)
            {
                found.Add(blocks[at++]);
                continue;
            }

            List<Block> texts = [.. quoted.Select(Unmarked).Where(text => text.Count > 0).Select(text => new Paragraph(text))];
            if (texts.Count > 0) found.Add(new BlockQuote(texts));
            at += quoted.Count;
        }

        return found;
    }

    static List<List<Inline>> LinesOf(Block block) => block is Paragraph paragraph ? [.. TextRuns.Lines(paragraph.Content)] : [];

    static bool IsMarked(List<Inline> line) => line is [TextRun first, ..] && Mark().IsMatch(first.Text);

    static List<Inline> Unmarked(List<List<Inline>> lines) => TextRuns.Trimmed(lines.SelectMany(line =>
    {
        var first = (TextRun)line[0];
        return line.Skip(1).Prepend(first with { Text = Mark().Replace(first.Text, "") }).Append(new LineBreak());
    }));

    /// <summary>Before a letter, not before a number.</summary>
    [GeneratedRegex(@"^[\s>]*>\s*(?=[\p{L}„""»(]|$)")]
    private static partial Regex Mark();
}
