using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>Tells what Markdown drops silently: footnotes and link addresses that nothing refers to.</summary>
static class Leftovers
{
    public static void Tell(MarkdownDocument document, Remarks remarks)
    {
        var used = document.Descendants<LinkInline>().Select(link => link.Reference).OfType<LinkReferenceDefinition>().ToHashSet();
        foreach (var definition in document.Descendants<LinkReferenceDefinition>())
        {
            if (definition is FootnoteLinkReferenceDefinition footnote)
            {
                if (footnote.Footnote.Links.Count == 0)
                    remarks.Hint(footnote.Line
                        + 1, $"Die Fußnote „[{footnote.Label}]“ erscheint nicht: Nichts im Text verweist auf sie, oder eine andere "
                        + "heißt ebenso.");
            }
            // headings have definitions of a derived type
            else if (definition.GetType() == typeof(LinkReferenceDefinition) && !used.Contains(definition))
            {
                remarks.Hint(definition.Line
                    + 1, $"Die Zeile „[{definition.Label}]: …“ erscheint nicht: Sie gilt als Adresse eines Links, und es gibt keinen, "
                    + "der so heißt. Ist sie Text, beginnt sie mit „\\[“.");
            }
        }
    }
}
