using System.Text;
using AccessiblePdf.Model;

namespace ThaffFunctions.Shared.Text;

/// <summary>The letters of a document's blocks, without their look. Footnotes and soft hyphens are left out of lines.</summary>
static class BlockText
{
    /// <summary>On one line, except where the author broke it.</summary>
    public static string Of(IEnumerable<Inline> content) => Append(new(), content).ToString().Trim();

    /// <summary>Every piece of text in reading order, notes included.</summary>
    public static IEnumerable<string> All(IEnumerable<Block> blocks) => blocks.SelectMany(All);

    static IEnumerable<string> All(Block block) => block switch
    {
        Heading heading => All(heading.Content),
        Paragraph paragraph => All(paragraph.Content),
        BulletList list => list.Items.SelectMany(item => All(item.Content)),
        NumberedList list => list.Items.SelectMany(item => All(item.Content)),
        DefinitionList list => list.Items.SelectMany(item => All(item.Term).Concat(All(item.Content))),
        Table table => All(table.Caption)
            .Concat(table.Header.Concat(table.Rows).SelectMany(row => row.Cells).SelectMany(cell => All(cell.Content))),
        Figure figure => All(figure.Caption).Prepend(figure.AlternativeText),
        Chart chart => [chart.Title, .. chart.Categories, .. chart.Series.Select(series => series.Name)],
        BlockQuote quote => All(quote.Content),
        CodeBlock code => [code.Text],
        Callout callout => All(callout.Content).Prepend(callout.Title),
        _ => [],
    };

    static IEnumerable<string> All(IReadOnlyList<Inline> content) =>
        content.OfType<Footnote>().SelectMany(note => All(note.Content)).Prepend(Of(content));

    static StringBuilder Append(StringBuilder text, IEnumerable<Inline> content)
    {
        foreach (var inline in content)
        {
            switch (inline)
            {
                case TextRun run: text.Append(run.Text.Replace('\n', ' ').Replace("\u00AD", "", StringComparison.Ordinal)); break;
                case Link link: Append(text, link.Content); break;
                case Reference reference: Append(text, reference.Content); break;
                case LineBreak: text.Append('\n'); break;
            }
        }

        return text;
    }
}
