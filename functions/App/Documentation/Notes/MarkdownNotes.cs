using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>The Markdown of notes: CommonMark, tables, footnotes, tasks, definitions, front matter. HTML is text like any other.</summary>
static class MarkdownNotes
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UseYamlFrontMatter()
        .UsePipeTables()
        .UseFootnotes()
        .UseTaskLists()
        .UseDefinitionLists()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Subscript | EmphasisExtraOptions.Superscript)
        .UseAutoLinks()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UsePreciseSourceLocation()
        .Build();

    /// <summary>The parsed notes; null if no reader could follow them, and the remarks say so.</summary>
    public static MarkdownDocument? Parse(string text, Remarks remarks)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException) // what Markdig throws past 128 levels
        {
            remarks.Refuse(null, "Zitate, Listen oder Hervorhebungen sind zu tief ineinander geschachtelt. Erwartet werden höchstens 100 Ebenen.");
            return null;
        }
    }

    public static FrontMatter FrontMatterOf(MarkdownDocument document, Remarks remarks) =>
        document is [YamlFrontMatterBlock block, ..] ? FrontMatter.Read(block.Lines.ToString(), block.Line + 2, remarks) : FrontMatter.None;

    /// <summary>The addresses of its pictures and where they stand.</summary>
    public static IEnumerable<(string Address, int Line)> PicturesOf(MarkdownDocument document) =>
        document.Descendants<LinkInline>().Where(link => link.IsImage && link.Url is { Length: > 0 }).Select(link => (link.Url!, link.Line + 1));
}
