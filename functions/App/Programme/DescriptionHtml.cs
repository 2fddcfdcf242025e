using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;
using ThaffFunctions.NotesReading;
using ThaffFunctions.NotesReading.Markdown;

namespace ThaffFunctions.Programme;

/// <summary>
/// A session's description as HTML: Markdown with heading levels below the page's h1, without raw HTML, pictures and links of other schemes
/// than http, https and mailto.
/// </summary>
static partial class DescriptionHtml
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().UsePipeTables().Use<GermanText>()
        .Build();

    /// <param name="markdown">As staff wrote it.</param>
    /// <param name="keepsLines">Whether a line ends where it was ended, as in a letter; otherwise only an empty line counts.</param>
    public static MarkupString Of(string markdown, bool keepsLines = false)
    {
        try
        {
            return new(Render(markdown, keepsLines));
        }
        catch (ArgumentException) // Markdig throws it for more than 128 levels of nesting
        {
            return new(WebUtility.HtmlEncode(markdown));
        }
    }

    /// <summary>The same as plain text, for previews.</summary>
    public static string PlainOf(string markdown) => Marks().Replace(markdown, "$1");

    static string Render(string markdown, bool keepsLines)
    {
        var document = Markdig.Markdown.Parse(markdown, Pipeline);
        var levels = new HeadingLevels();
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Min(levels.Next(heading.Level) + 1, HeadingLevels.Deepest);
        foreach (var link in document.Descendants<LinkInline>().Where(link => link.IsImage || !IsAllowed(link.Url)).ToList())
            link.ReplaceBy(new ContainerInline()); // keeps the text of the link
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsAllowed(link.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        if (keepsLines)
            foreach (var end in document.Descendants<LineBreakInline>()) end.IsHard = true;
        // Markdig would write the alignment as an inline style, which the content security policy forbids.
        foreach (var column in document.Descendants<Table>().SelectMany(table => table.ColumnDefinitions)) column.Alignment = null;
        return document.ToHtml(Pipeline);
    }

    static bool IsAllowed(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto";

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)|(?<!\w)[*_]+|[*_]+(?!\w)|[`#>]+|(?m:^\s*-\s+)")]
    private static partial Regex Marks();
}
