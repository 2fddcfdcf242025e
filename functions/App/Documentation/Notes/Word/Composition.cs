using AccessiblePdf.Model;
using ThaffFunctions.Documentation.Notes.Lists;
using ThaffFunctions.Shared.Text;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>Decides what becomes of each paragraph of a text.</summary>
/// <param name="context">The file it is of.</param>
/// <param name="story">Which text it is.</param>
/// <param name="title">The document's title; a first heading that repeats it is left out.</param>
sealed class Composition(WordContext context, Story story, string title)
{
    readonly BlockFlow flow = new();
    readonly HeadingLevels levels = new();

    /// <summary>The document's own title, once read; null if it has none.</summary>
    public string? OwnTitle { get; private set; }

    public IReadOnlyList<Block> Take() => flow.Take();

    /// <summary>A paragraph, which becomes what its style, its label or its text says.</summary>
    public void Add(WordParagraph paragraph)
    {
        var (text, blocks) = (paragraph.Text(), paragraph.Blocks());
        if (blocks.Count == 0) return;

        switch (paragraph.Style.Kind)
        {
            case StyleKind.Heading when text.Count > 0:
                AddHeading(paragraph, paragraph.Style.Level, text);
                break;
            case StyleKind.Title when text.Count > 0:
                AddTitle(paragraph, text);
                break;
            case StyleKind.ContentsHeading or StyleKind.ContentsEntry:
                context.Remarks.HintOnce("Das Inhaltsverzeichnis wurde weggelassen; lange Dokumente bekommen ein eigenes.");
                break;
            case StyleKind.Quote:
                flow.AddQuote(WithoutBreaks(blocks));
                break;
            case StyleKind.Code:
                flow.AddCode(TextRuns.Plain(paragraph.Untrimmed()));
                break;
            case StyleKind.Caption when blocks is [Paragraph]:
                flow.AddCaption(text, paragraph.Anchor);
                break;
            default:
                AddText(paragraph, text, blocks);
                break;
        }
    }

    void AddText(WordParagraph paragraph, IReadOnlyList<Inline> text, IReadOnlyList<Block> blocks)
    {
        if (paragraph.Label is { Definition.HasWords: false } label)
            flow.AddItem(label, paragraph.Indent, WithoutBreaks(blocks));
        else if (blocks is [Paragraph one] && paragraph.TypedMarker() is { } typed)
            flow.AddTyped(typed, paragraph.Indent ?? 0, one, new Paragraph(paragraph.TextAfter(typed)) { Anchor = one.Anchor });
        else if (paragraph.Label is null && (flow.ContinuesItem(paragraph.Indent ?? 0) || (paragraph.Style.Kind == StyleKind.ListText && flow.IsListOpen)))
            flow.Continue(WithoutBreaks(blocks));
        else
            foreach (var block in blocks) Add(block);
    }

    void AddTitle(WordParagraph paragraph, IReadOnlyList<Inline> text)
    {
        var words = TextRuns.Plain(text).Trim();
        var whole = OwnTitle is null ? words : $"{OwnTitle} – {words}";
        if (story != Story.Body || flow.HasText || whole.Length > NotesHead.MaxTitle)
        {
            AddHeading(paragraph, 0, text);
            return;
        }

        OwnTitle = whole;
        AddWithoutText(paragraph);
    }

    void AddHeading(WordParagraph paragraph, int level, IReadOnlyList<Inline> text)
    {
        var words = TextRuns.Plain(text).Trim();
        if (story != Story.Body)
            Add(new Paragraph([.. text.Select(TextRuns.Bold)]) { Anchor = paragraph.Anchor });
        else if (flow.HasText || !words.Equals(OwnTitle ?? title, StringComparison.OrdinalIgnoreCase))
        {
            flow.Add(new Heading(levels.Next(level), [.. text.Select(TextRuns.NotBold)]) { Anchor = paragraph.Anchor });
            context.Remarks.PassHeading(words);
        }

        AddWithoutText(paragraph);
    }

    /// <summary>The pictures of a heading follow it.</summary>
    void AddWithoutText(WordParagraph paragraph)
    {
        foreach (var block in paragraph.Blocks().Where(block => block is not Paragraph)) Add(block with { Anchor = null });
    }

    public void AddPageBreak() => Add(new PageBreak());

    /// <summary>A page of its own for the title alone is none here: the document's own title stands above.</summary>
    public void Add(Block block)
    {
        if (block is not PageBreak || (story == Story.Body && !(OwnTitle is not null && levels.IsUnused))) flow.Add(block);
    }

    static IEnumerable<Block> WithoutBreaks(IEnumerable<Block> blocks) => blocks.Where(block => block is not PageBreak);
}
