using AccessiblePdf.Model;
using ThaffFunctions.NotesReading.Letters;
using ThaffFunctions.NotesReading.Word.Charts;
using ThaffFunctions.NotesReading.Word.Lists;
using ThaffFunctions.NotesReading.Word.Styles;

namespace ThaffFunctions.NotesReading.Word.Text;

/// <summary>Decides which block each paragraph becomes.</summary>
/// <param name="context">The file it belongs to.</param>
/// <param name="story">The kind of text.</param>
/// <param name="title">The document's title; a first heading that repeats it is left out.</param>
sealed class Composition(WordContext context, Story story, string title)
{
    readonly BlockGrouper flow = new(context.Options.NamesSection);
    readonly HeadingLevels levels = new();
    readonly HashSet<Block> titlesOfLists = new(ReferenceEqualityComparer.Instance);
    int contents = context.Remarks.ContentsLeftOut, lists = context.Remarks.ListsLeftOut;

    /// <summary>The document's own title, once read; null if it has none.</summary>
    public string? OwnTitle { get; private set; }

    public IReadOnlyList<Block> Take() => story == Story.Body
        ? ContentsRemains.LeftOutOf(ListRemains.LeftOutOf(flow.Take(), titlesOfLists), context.Remarks) : flow.Take();

    /// <summary>To be called where a table of contents is left out; its title goes with it.</summary>
    public void LeaveContentsOut()
    {
        if (story != Story.Body) return;

        flow.RemoveLast(ContentsRemains.NamesPages);
        flow.RemoveLast(ContentsRemains.IsTitle);
    }

    /// <summary>A page break after a title page is left out, since the title is not part of the content.</summary>
    public void Add(Block block)
    {
        // too narrow for a drawing
        if (block is Chart chart && story is (Story.Cell or Story.Footnote))
            block = chart.ToTable(ChartVocabulary.Find(context.Languages.Document).Culture) with { Caption = [chart.Title] };
        if (block is not PageBreak || (story == Story.Body && !(OwnTitle is not null && levels.IsUnused))) AddBeside(flow.Add(block));
    }

    /// <summary>Adds a paragraph as its style, its label or its text says.</summary>
    public void Add(WordParagraph paragraph)
    {
        var (text, blocks) = (paragraph.Text(), paragraph.Blocks());
        if (contents != (contents = context.Remarks.ContentsLeftOut)) LeaveContentsOut();
        if (lists != (lists = context.Remarks.ListsLeftOut) && flow.Last is { } above && ListRemains.MayBeTitle(above))
            titlesOfLists.Add(above);
        if (blocks.Count == 0)
        {
            flow.AddBlank();
            return;
        }

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
                LeaveContentsOut();
                AddWithoutText(paragraph);
                break;
            case StyleKind.Quote:
                flow.AddQuote(Listed(paragraph, blocks));
                break;
            case StyleKind.Term when text.Count > 0 && paragraph.Anchor is null:
                flow.AddTerm([.. text.Select(TextRuns.NotBold)]);
                AddWithoutText(paragraph);
                break;
            case StyleKind.Meaning when flow.IsTermOpen:
                flow.AddMeaning(Listed(paragraph, blocks));
                break;
            case StyleKind.Code when text.Count > 0:
                flow.AddCode(TextRuns.Plain(paragraph.Untrimmed()));
                AddFootnotes(text);
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
        var indent = paragraph.Indent ?? 0;
        var typed = blocks is [Paragraph] ? paragraph.TypedMarker() : null;
        var continues = paragraph.Label is null && (typed is null || flow.BeginsAnotherList(typed.Value.Marker))
            && (flow.ContinuesItem(indent) || (paragraph.Style.Kind == StyleKind.ListText && flow.IsListOpen));
        if (paragraph.Label is { Definition.HasWords: false } label)
            flow.AddItem(label, paragraph.Indent, Listed(paragraph, blocks));
        else if (blocks is [Paragraph] && paragraph.TypedLines() is { Count: > 1 } lines)
            AddLines(paragraph, lines, continues);
        else if (typed is { } marker)
        {
            var one = (Paragraph)blocks[0];
            flow.AddTyped(marker, indent, one, new Paragraph(paragraph.TextAfter(marker)) { Anchor = one.Anchor }, continues);
        }
        else if (continues)
            flow.Continue(WithoutBreaks(blocks));
        else
            foreach (var block in blocks) Add(block);
    }

    void AddLines(WordParagraph paragraph, IReadOnlyList<TypedLine> lines, bool continues)
    {
        foreach (var (at, line) in lines.Index())
        {
            var anchor = at == 0 ? paragraph.Anchor : null;
            if (line.Marker is { } marker)
                flow.AddTyped(marker, (paragraph.Indent ?? 0) + line.Indent, line.Written(anchor), line.Item(anchor), continues);
            else if (continues) flow.Continue([line.Item(anchor)]);
            else Add(line.Item(anchor));
        }
    }

    /// <summary>With the list that was typed into the paragraph.</summary>
    static IEnumerable<Block> Listed(WordParagraph paragraph, IReadOnlyList<Block> blocks) =>
        blocks is [Paragraph] && paragraph.TypedLines() is { Count: > 1 } lines
            ? TypedItems.BlocksOf(lines, paragraph.Indent ?? 0, paragraph.Anchor) : WithoutBreaks(blocks);

    void AddTitle(WordParagraph paragraph, IReadOnlyList<Inline> text)
    {
        var words = TypedLayout.SingleSpaced(SpacedLetters.Joined(TextRuns.Plain(text).Trim()));
        var whole = OwnTitle is null ? words : $"{OwnTitle} – {words}";
        if (story != Story.Body || flow.HasText || whole.Length > NotesMetadata.MaxTitle)
        {
            AddHeading(paragraph, 0, text);
            return;
        }

        OwnTitle = whole;
        AddFootnotes(text);
        AddWithoutText(paragraph);
    }

    /// <summary>The picture that a caption names may stand in the same paragraph.</summary>
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
            AddFootnotes(text);

        AddWithoutText(paragraph);
    }

    /// <summary>Pictures and text boxes of a heading follow it.</summary>
    void AddWithoutText(WordParagraph paragraph)
    {
        foreach (var block in paragraph.Beside()) Add(block);
    }

    /// <summary>The footnotes of text that becomes plain characters, which cannot hold them.</summary>
    void AddFootnotes(IEnumerable<Inline> text)
    {
        foreach (var footnote in text.OfType<Footnote>())
        {
            context.Remarks.Hint("Hier kann keine Fußnote stehen; ihr Text folgt als Absatz.");
            foreach (var block in footnote.Content) Add(block);
        }
    }

    /// <summary>The footnotes and links of a caption that becomes the title of a chart, which cannot hold them.</summary>
    void AddBeside(IReadOnlyList<Inline> caption)
    {
        AddFootnotes(caption);
        foreach (var link in caption.OfType<Link>())
        {
            context.Remarks.Hint("Im Titel eines Diagramms kann kein Link stehen; er folgt als Absatz.");
            Add(new Paragraph(link));
        }
    }

    static IEnumerable<Block> WithoutBreaks(IEnumerable<Block> blocks) => blocks.Where(block => block is not PageBreak);
}
