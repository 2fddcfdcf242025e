using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using ThaffFunctions.Documentation.Notes.Lists;
using ThaffFunctions.Shared.Text;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>Which text is read: headings and page breaks mean something in the document's own only.</summary>
enum Story
{
    Body,
    Cell,
    Note,
    Box,
}

/// <summary>Reads a text: the document's own, or that of a table's cell, a note or a text box.</summary>
/// <param name="context">The file it is of.</param>
/// <param name="story">Which text it is.</param>
/// <param name="title">The document's title; a first heading that repeats it is left out.</param>
sealed class StoryReader(WordContext context, Story story, string title = "")
{
    readonly RunReader runs = new(context, story == Story.Note);
    readonly BlockFlow flow = new();
    readonly HeadingLevels levels = new();
    readonly List<Part> merging = [];

    /// <summary>The document's own title, once read; null if it has none or the same.</summary>
    public string? OwnTitle { get; private set; }

    public IReadOnlyList<Block> Read(OpenXmlElement container)
    {
        foreach (var element in container.Seen()) ReadElement(element);
        EndMerging();
        return flow.Take();
    }

    void ReadElement(OpenXmlElement element)
    {
        switch (element.LocalName)
        {
            case "p":
                ReadParagraph(element);
                break;
            case "tbl":
                EndMerging();
                ReadTable(element);
                break;
            case "altChunk":
                context.Remarks.Hint("Ein eingebettetes Dokument wurde nicht übernommen. In Word hilft: das Dokument öffnen, speichern und noch einmal ablegen.");
                break;
        }
    }

    /// <summary>A table of one row only frames text, or sets it side by side: what is in it is as good as outside.</summary>
    void ReadTable(OpenXmlElement table)
    {
        var rows = WordTableReader.RowsOf(table);
        if (rows.Count == 1)
        {
            foreach (var element in WordTableReader.CellsOf(rows[0]).SelectMany(cell => cell.Seen())) ReadElement(element);
            EndMerging();
        }
        else if (new WordTableReader(context).Read(rows) is { } read)
        {
            flow.Add(read);
        }
    }

    void ReadParagraph(OpenXmlElement paragraph)
    {
        var properties = paragraph.Child("pPr");
        var style = context.Styles.Of(paragraph);
        if (paragraph.Below("r") is not null) context.Remarks.PassParagraph();
        merging.AddRange(runs.Read(paragraph, style));
        if (AcceptedView.IsDeleted(properties.Child("rPr")) || properties.Child("framePr").Value("dropCap") is "drop" or "margin") return; // goes on in the next one

        var written = new WordParagraph(style, LabelOf(properties, style), IndentOf(properties), context.Anchors.Of(paragraph), [.. merging]);
        merging.Clear();
        if (properties.Switch("pageBreakBefore") ?? style.BreaksPage) AddPageBreak();
        if (written.Parts.Count == 0 && properties.Child("pBdr").Child("bottom") is not null && story == Story.Body) flow.Add(new ThematicBreak());
        AddParagraph(written);
        if (properties.Child("sectPr") is { } section && section.Child("type").Value() is not ("continuous" or "nextColumn")) AddPageBreak();
    }

    /// <summary>The text of paragraphs whose end was deleted, and after which none came.</summary>
    void EndMerging()
    {
        if (merging.Count > 0) AddParagraph(new(context.Styles.Paragraph(null), null, 0, null, [.. merging]));
        merging.Clear();
    }

    void AddParagraph(WordParagraph paragraph)
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
                flow.AddCaption(text);
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
            foreach (var block in blocks) AddBlock(block);
    }

    void AddTitle(WordParagraph paragraph, IReadOnlyList<Inline> text)
    {
        var words = TextRuns.Plain(text).Trim();
        if (story != Story.Body || flow.HasText || words.Length > NotesHead.MaxTitle)
        {
            AddHeading(paragraph, 0, text);
            return;
        }

        OwnTitle = OwnTitle is null ? words : $"{OwnTitle} – {words}";
        foreach (var block in paragraph.Blocks().Where(block => block is not Paragraph)) AddBlock(block);
    }

    void AddHeading(WordParagraph paragraph, int level, IReadOnlyList<Inline> text)
    {
        var words = TextRuns.Plain(text).Trim();
        if (story != Story.Body)
            AddBlock(new Paragraph([.. text.Select(TextRuns.Bold)]) { Anchor = paragraph.Anchor });
        else if (flow.HasText || !words.Equals(OwnTitle ?? title, StringComparison.OrdinalIgnoreCase))
        {
            flow.Add(new Heading(levels.Next(level), [.. text.Select(TextRuns.NotBold)]) { Anchor = paragraph.Anchor });
            context.Remarks.PassHeading(words);
        }

        foreach (var block in paragraph.Blocks().Where(block => block is not Paragraph)) AddBlock(block);
    }

    void AddPageBreak() => AddBlock(new PageBreak());

    /// <summary>A page of its own for the title alone is none here: the document's own title stands above.</summary>
    void AddBlock(Block block)
    {
        if (block is not PageBreak || (story == Story.Body && !(OwnTitle is not null && levels.IsUnused))) flow.Add(block);
    }

    static IEnumerable<Block> WithoutBreaks(IEnumerable<Block> blocks) => blocks.Where(block => block is not PageBreak);

    WordLabel? LabelOf(OpenXmlElement? properties, ParagraphStyle style)
    {
        var direct = properties.Child("numPr");
        if ((direct.Child("numId").Number() ?? style.NumberId) is not ({ } id and not 0)) return null;

        return context.Numbering.Next(id, direct.Child("ilvl").Number() ?? style.NumberLevel ?? context.Numbering.LevelOf(id, style.Id) ?? 0);
    }

    static int? IndentOf(OpenXmlElement? properties) => properties.Child("ind").Number("left") ?? properties.Child("ind").Number("start");
}
