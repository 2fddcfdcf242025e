using System.Net;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;
using ThaffFunctions.NotesReading;
using ThaffFunctions.NotesReading.Markdown;

namespace ThaffFunctions.Programme;

/// <summary>
/// A session's description as part of a page: Markdown whose headings fit below the page's own, without raw HTML, pictures and odd links.
/// </summary>
static class DescriptionHtml
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().UsePipeTables().Use<GermanText>()
        .Build();

    public static MarkupString Of(string markdown)
    {
        try
        {
            return new(Render(markdown));
        }
        catch (ArgumentException) // what Markdig throws past 128 levels of nesting
        {
            return new(WebUtility.HtmlEncode(markdown));
        }
    }

    static string Render(string markdown)
    {
        var document = Markdig.Markdown.Parse(markdown, Pipeline);
        var levels = new HeadingLevels();
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Min(levels.Next(heading.Level) + 1, HeadingLevels.Deepest);
        foreach (var link in document.Descendants<LinkInline>().Where(link => link.IsImage || !IsAllowed(link.Url)).ToList())
            link.ReplaceBy(new ContainerInline()); // which takes over the text
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsAllowed(link.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        // would be an inline style
        foreach (var column in document.Descendants<Table>().SelectMany(table => table.ColumnDefinitions)) column.Alignment = null;
        return document.ToHtml(Pipeline);
    }

    static bool IsAllowed(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto";
}
