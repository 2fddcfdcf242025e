using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>Tells what does not appear: footnotes and link addresses that nothing refers to, and comments.</summary>
static class Leftovers
{
    public static void Tell(MarkdownDocument document, Remarks remarks)
    {
        if (document.Descendants().FirstOrDefault(part => part is HtmlComment or HtmlCommentInline) is { } comment)
            remarks.Hint(comment.Line + 1, "Kommentare („<!-- … -->“) erscheinen nicht.");

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
