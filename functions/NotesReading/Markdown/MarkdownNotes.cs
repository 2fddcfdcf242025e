using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ThaffFunctions.NotesReading.Languages;
using ThaffFunctions.NotesReading.Letters;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>
/// Notes in Markdown: CommonMark with tables, footnotes, tasks, definitions and front matter. HTML is shown as text, but for comments,
/// which are left out, and line breaks.
/// </summary>
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
        .Use<GermanText>()
        .Build();

    const string LanguageRemedy = "Ist es der ganze Text, hilft „sprache: en“ im Kopf der Datei, für einzelne Stellen "
        + "„[so markierter Text]{lang=en}“.";

    static MarkdownPipelineBuilder Builder()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.BlockParsers.Insert(0, new FootnoteParser()); // UseFootnotes adds its own parsers only if there are none
        builder.InlineParsers.Insert(0, new FootnoteMarkParser());
        builder.BlockParsers.Insert(0, new HtmlCommentParser());
        builder.InlineParsers.Insert(0, new HtmlInlineParser());
        return builder;
    }

    public string Extension => ".md";

    public long MaxBytes => TextFile.MaxBytes;

    public string WayToSmaller => TextFile.WayToSmaller;

    public ParsedNotes? Parse(byte[] file, string title, Remarks remarks)
    {
        if (TextFile.Read(file, Extension, remarks) is not { } text || Parse(text, remarks) is not { } document) return null;

        var head = document is [YamlFrontMatterBlock block, ..]
            ? FrontMatterReader.Read(block.Lines.ToString(), block.Line + 2, text, remarks)
            : FrontMatterReader.Missing(text, remarks);
        Leftovers.Tell(document, remarks);
        LatexFormulas.Tell(text, remarks);
        return new(head, [.. PicturesOf(document)], beside => Compose(document, head, title, beside, remarks));
    }

    static NotesContent Compose(
        MarkdownDocument document, NotesMetadata head, string title, IReadOnlyDictionary<string, Picture> beside, Remarks remarks)
    {
        var language = head.Language ?? LanguageTag.German;
        var blocks = BlockReader.Read(document, head.Title ?? title, beside, language, remarks);
        blocks = TypedLayout.Replaced(SpacedLetters.Joined(TypedCaptions.Joined(blocks), remarks));
        blocks = UnmarkedScripts.Marked(blocks, language, LanguageRemedy, remarks);
        SpokenLanguages.TellUnmarked(blocks, language, LanguageRemedy, remarks);
        return new(blocks, [.. beside.Values.Distinct()]) { Language = language };
    }

    static MarkdownDocument? Parse(string text, Remarks remarks)
    {
        try
        {
            return Markdig.Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException) // Markdig throws it beyond 128 levels of nesting
        {
            remarks.Refuse(null, "Zitate, Listen oder Hervorhebungen sind zu tief ineinander geschachtelt. Erwartet werden höchstens "
                + "100 Ebenen.");
            return null;
        }
    }

    static IEnumerable<ShownPicture> PicturesOf(MarkdownDocument document) =>
        document.Descendants<LinkInline>().Where(link => link.IsImage && link.Url is { Length: > 0 })
            .Select(link => new ShownPicture(link.Url!, link.Line + 1));
}
