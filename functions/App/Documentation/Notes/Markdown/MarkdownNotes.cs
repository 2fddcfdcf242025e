using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ThaffFunctions.Documentation.Notes.Markdown;

/// <summary>The Markdown of notes: CommonMark, tables, footnotes, tasks, definitions, front matter. HTML is text like any other.</summary>
sealed class MarkdownNotes : INotesFormat
{
    static readonly MarkdownPipeline Pipeline = Builder()
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

    static MarkdownPipelineBuilder Builder()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.BlockParsers.Insert(0, new NoteParser()); // UseFootnotes adds its own only if there is none
        builder.InlineParsers.Insert(0, new NoteMarkParser());
        return builder;
    }

    public string Extension => ".md";

    public long MaxBytes => NotesText.MaxBytes;

    public string WayToSmaller => NotesText.WayToSmaller;

    public ParsedNotes? Parse(byte[] file, string title, Remarks remarks)
    {
        if (NotesText.Read(file, Extension, remarks) is not { } text || Parse(text, remarks) is not { } document) return null;

        var head = document is [YamlFrontMatterBlock block, ..] ? FrontMatter.Read(block.Lines.ToString(), block.Line + 2, text, remarks) : FrontMatter.Missing(text, remarks);
        Leftovers.Tell(document, remarks);
        return new(head, [.. PicturesOf(document)], beside =>
            new(BlockReader.Read(document, head.Title ?? title, beside, remarks), [.. beside.Values.Distinct()]));
    }

    static MarkdownDocument? Parse(string text, Remarks remarks)
    {
        try
        {
            return Markdig.Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException) // what Markdig throws past 128 levels
        {
            remarks.Refuse(null, "Zitate, Listen oder Hervorhebungen sind zu tief ineinander geschachtelt. Erwartet werden höchstens 100 Ebenen.");
            return null;
        }
    }

    static IEnumerable<ShownPicture> PicturesOf(MarkdownDocument document) =>
        document.Descendants<LinkInline>().Where(link => link.IsImage && link.Url is { Length: > 0 }).Select(link => new ShownPicture(link.Url!, link.Line + 1));
}
