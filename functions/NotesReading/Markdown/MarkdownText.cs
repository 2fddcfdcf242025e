using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>The characters of parsed Markdown, without styles.</summary>
static class MarkdownText
{
    public static string Of(ContainerInline? container)
    {
        var text = new StringBuilder();
        foreach (var inline in container?.Descendants<Inline>() ?? [])
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                CodeInline code => code.Content,
                LineBreakInline or HtmlBreakInline => " ",
                AutolinkInline link => link.Url,
                _ => "",
            });
        }

        return text.ToString();
    }
}
