using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Lists;
using ThaffFunctions.NotesReading.Word.Package;
using ThaffFunctions.NotesReading.Word.Styles;
using ThaffFunctions.NotesReading.Word.Tables;

namespace ThaffFunctions.NotesReading.Word.Text;

/// <summary>Reads one text: the body, a table cell, a footnote or a text box.</summary>
/// <param name="context">The file it is of.</param>
/// <param name="story">The kind of text.</param>
/// <param name="title">The document's title; a first heading that repeats it is left out.</param>
sealed class StoryReader(WordContext context, Story story, string title = "")
{
    const string RightToLeftMark = "\u200F";

    readonly RunReader runs = new(context, story == Story.Footnote);
    readonly Composition composition = new(context, story, title);
    readonly List<Part> merging = [];
    OpenXmlElement? last, beforeLast; // looking back among siblings is slow

    /// <summary>The document's own title, once read; null if it has none.</summary>
    public string? OwnTitle => composition.OwnTitle;

    public IReadOnlyList<Block> Read(OpenXmlElement container)
    {
        runs.Begin(container);
        foreach (var child in container)
        {
            if (AcceptedView.IsContents(child)) composition.LeaveContentsOut();
            foreach (var element in child.SeenInPlace()) ReadElement(element);
        }

        EndMerging();
        return composition.Take();
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
                context.Remarks.Hint("Ein eingebettetes Dokument wurde nicht übernommen. In Word hilft: das Dokument öffnen, speichern "
                    + "und noch einmal ablegen.");
                break;
        }

        (beforeLast, last) = (last, element);
    }

    void ReadTable(OpenXmlElement table)
    {
        var rows = WordTableReader.RowsOf(table);
        if (PictureGrid.Of(rows) is { Count: > 0 } pictures)
            ReadPictures(pictures);
        else if (LayoutTable.Is(table, rows, context.Styles, beforeLast is { LocalName: "tbl" } ? null : last))
        {
            foreach (var cell in rows.SelectMany(WordTableReader.CellsOf))
            {
                foreach (var element in cell.Seen()) ReadElement(element);
                EndMerging();
            }
        }
        else if (new WordTableReader(context).Read(table, rows) is { } read)
        {
            composition.Add(read);
        }
        else
        {
            context.Remarks.Hint(RemarkTexts.EmptyTable);
        }
    }

    void ReadPictures(IReadOnlyList<(OpenXmlElement Picture, OpenXmlElement Caption)> pictures)
    {
        foreach (var (picture, caption) in pictures)
        {
            var (shown, said) = (new StoryReader(context, Story.Cell).Read(picture), new StoryReader(context, Story.Cell).Read(caption));
            if (shown is [var only] && said is [Paragraph text] && Captioned.With(only, text.Content, text.Anchor) is { } captioned)
                composition.Add(captioned);
            else
                foreach (var block in shown.Concat(said)) composition.Add(block);
        }
    }

    void ReadParagraph(OpenXmlElement paragraph)
    {
        var properties = paragraph.Child("pPr");
        var style = context.Styles.Of(paragraph);
        if (paragraph.Below("r") is not null) context.Remarks.PassParagraph();
        if (IsRightToLeft(paragraph, properties)) merging.Add(Part.Of(new TextRun(RightToLeftMark)));
        var isInitial = properties.Child("framePr").Value("dropCap") is "drop" or "margin";
        merging.AddRange(isInitial ? runs.Read(paragraph, style).Select(OnTheLine) : runs.Read(paragraph, style));
        if (isInitial || AcceptedView.IsDeleted(properties.Child("rPr"))) return; // the paragraph continues in the next one

        var list = ListOf(properties, style);
        var label = list is var (number, level) ? context.Numbering.Next(number, level) : null;
        // a paragraph of a list whose level shows no label stands where that level has its text
        var indent = IndentOf(properties) ?? (label is null && list is var (silent, at) ? context.Numbering.IndentOf(silent, at) : null);
        var written = new WordParagraph(style, label, indent, context.Anchors.Of(paragraph), [.. merging]);
        merging.Clear();
        if (written.BeginsPage || (properties.Switch("pageBreakBefore") ?? style.BreaksPage)) composition.Add(new PageBreak());
        if (written.Parts.Count == 0 && properties.Child("pBdr").Child("bottom") is not null && story == Story.Body)
            composition.Add(new ThematicBreak());
        composition.Add(written.WithoutOuterBreaks());
        if (written.EndsPage || EndsSection(properties)) composition.Add(new PageBreak());
    }

    /// <summary>
    /// Whether the paragraph and text in it are marked as written from right to left, but its first letter does not tell: a name in Latin
    /// letters, say.
    /// </summary>
    static bool IsRightToLeft(OpenXmlElement paragraph, OpenXmlElement? properties) => properties.Switch("bidi") == true
        && paragraph.Descendants().Any(element => element.LocalName == "rPr" && element.Switch("rtl") == true)
        && TextDirection.IsRightToLeft(new Paragraph(paragraph.InnerText)) == false;

    /// <summary>Word lowers a large initial into the lines beside it, which makes it no subscript.</summary>
    static Part OnTheLine(Part part) => part.Text is TextRun run
        ? part with { Text = run with { Style = run.Style & ~(TextStyle.Subscript | TextStyle.Superscript) } } : part;

    static bool EndsSection(OpenXmlElement? properties) =>
        properties.Child("sectPr") is { } section && section.Child("type").Value() is not ("continuous" or "nextColumn");

    /// <summary>Adds the text of paragraphs whose paragraph mark was deleted and that no other paragraph follows.</summary>
    void EndMerging()
    {
        if (merging.Count > 0) composition.Add(new WordParagraph(context.Styles.Paragraph(null), null, 0, null, [.. merging]));
        merging.Clear();
    }

    /// <summary>The list of a paragraph and the level in it; null if it is in none.</summary>
    (int NumberId, int Level)? ListOf(OpenXmlElement? properties, ParagraphStyle style)
    {
        var direct = properties.Child("numPr");
        if ((direct.Child("numId").Number() ?? style.NumberId) is not ({ } id and not 0)) return null;

        return (id, direct.Child("ilvl").Number() ?? style.NumberLevel ?? context.Numbering.LevelOf(id, style.Id) ?? 0);
    }

    static int? IndentOf(OpenXmlElement? properties) => properties.Child("ind").Number("left") ?? properties.Child("ind").Number("start");
}
