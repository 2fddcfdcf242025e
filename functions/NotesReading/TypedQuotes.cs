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
            var quoted = blocks.Skip(at).TakeWhile(IsQuoted).Cast<Paragraph>().ToList();
            if (quoted.Sum(paragraph => TextRuns.Lines(paragraph.Content).Count()) < FewestLines)
            {
                found.Add(blocks[at++]);
                continue;
            }

            List<Block> texts = [.. quoted.Select(paragraph => paragraph with { Content = Unmarked(paragraph.Content) })
                .Where(paragraph => paragraph.Content.Count > 0)];
            if (texts.Count > 0) found.Add(new BlockQuote(texts));
            at += quoted.Count;
        }

        return found;
    }

    /// <summary>A blank line that a link leads to must stay.</summary>
    static bool IsQuoted(Block block) => block is Paragraph paragraph
        && (paragraph.Anchor is null || Unmarked(paragraph.Content).Count > 0)
        && TextRuns.Lines(paragraph.Content).All(line => line is [TextRun first, ..] && Mark().IsMatch(first.Text));

    static List<Inline> Unmarked(IReadOnlyList<Inline> content) => TextRuns.Trimmed(TextRuns.Lines(content).SelectMany(line =>
    {
        var unmarked = line is [TextRun first, ..] ? line.Skip(1).Prepend(first with { Text = Mark().Replace(first.Text, "") }) : line;
        return unmarked.Append(new LineBreak());
    }));

    /// <summary>Before a letter, not before a number.</summary>
    [GeneratedRegex(@"^[\s>]*>\s*(?=[\p{L}„""»(]|$)")]
    private static partial Regex Mark();
}
