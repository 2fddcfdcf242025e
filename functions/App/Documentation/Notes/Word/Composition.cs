using AccessiblePdf.Model;
using ThaffFunctions.Documentation.Notes.Lists;
using ThaffFunctions.Shared;
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

    public IReadOnlyList<Block> Take() => story == Story.Body && context.Remarks.LeavesContentsOut ? ContentsTitle.LeftOutOf(flow.Take()) : flow.Take();

    /// <summary>A page of its own for the title alone is none here: the document's own title stands above.</summary>
    public void Add(Block block)
    {
        if (block is Chart chart && story is (Story.Cell or Story.Note)) block = chart.ToTable(Berlin.German) with { Caption = [chart.Title] }; // too narrow to draw in
        if (block is not PageBreak || (story == Story.Body && !(OwnTitle is not null && levels.IsUnused))) AddBeside(flow.Add(block));
    }

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
            case StyleKind.Heading or StyleKind.Title:
                AddWithoutText(paragraph);
                break;
            case StyleKind.ContentsHeading or StyleKind.ContentsEntry:
                context.Remarks.TellContents();
                AddWithoutText(paragraph);
                break;
            case StyleKind.Quote:
                flow.AddQuote(WithoutBreaks(blocks));
                break;
            case StyleKind.Code when text.Count > 0:
                flow.AddCode(TextRuns.Plain(paragraph.Untrimmed()));
                AddNotes(text);
                AddWithoutText(paragraph);
                break;
            case StyleKind.Caption when text.Count > 0 && blocks.OfType<Paragraph>().Count() == 1:
                AddCaption(paragraph, text, blocks);
                break;
            default:
                AddText(paragraph, blocks);
                break;
        }
    }

    void AddText(WordParagraph paragraph, IReadOnlyList<Block> blocks)
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
        AddNotes(text);
        AddWithoutText(paragraph);
    }

    /// <summary>What it names may stand in its own paragraph.</summary>
    void AddCaption(WordParagraph paragraph, IReadOnlyList<Inline> text, IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is Paragraph) AddBeside(flow.AddCaption(text, paragraph.Anchor));
            else Add(block with { Anchor = null });
        }
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
        else
            AddNotes(text);

        AddWithoutText(paragraph);
    }

    /// <summary>The pictures and boxes of a heading follow it.</summary>
    void AddWithoutText(WordParagraph paragraph)
    {
        foreach (var block in paragraph.Beside()) Add(block);
    }

    /// <summary>The notes of what is only letters in the end.</summary>
    void AddNotes(IEnumerable<Inline> text)
    {
        foreach (var note in text.OfType<Footnote>())
        {
            context.Remarks.Hint("Hier kann keine Fußnote stehen; ihr Text folgt als Absatz.");
            foreach (var block in note.Content) Add(block);
        }
    }

    /// <summary>What the title of a chart cannot hold.</summary>
    void AddBeside(IReadOnlyList<Inline> caption)
    {
        AddNotes(caption);
        foreach (var link in caption.OfType<Link>())
        {
            context.Remarks.Hint("Im Titel eines Diagramms kann kein Link stehen; er folgt als Absatz.");
            Add(new Paragraph(link));
        }
    }

    static IEnumerable<Block> WithoutBreaks(IEnumerable<Block> blocks) => blocks.Where(block => block is not PageBreak);
}
