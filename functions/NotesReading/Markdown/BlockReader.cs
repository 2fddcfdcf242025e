using AccessiblePdf.Model;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Extensions.Yaml;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Block = AccessiblePdf.Model.Block;
using CodeBlock = AccessiblePdf.Model.CodeBlock;
using DefinitionList = Markdig.Extensions.DefinitionLists.DefinitionList;
using Footnote = AccessiblePdf.Model.Footnote;
using Inline = AccessiblePdf.Model.Inline;
using MarkdownFootnote = Markdig.Extensions.Footnotes.Footnote;
using MarkdownTable = Markdig.Extensions.Tables.Table;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>Turns parsed Markdown into the blocks of a document.</summary>
sealed class BlockReader
{
    readonly Remarks remarks;
    readonly InlineReader inlines;
    readonly HeadingLevels levels = new();
    readonly Dictionary<MarkdownFootnote, Footnote> footnotes = [];
    readonly FootnotesInFootnotes inner = new();
    bool isInFootnote;

    BlockReader(IEnumerable<HeadingBlock> headings, FigureReader figures, Remarks remarks)
    {
        this.remarks = remarks;
        var anchors = headings.Select(AnchorOf).OfType<string>().ToHashSet();
        inlines = new(figures, anchors, FootnoteOf, remarks);
    }

    /// <param name="document">The notes.</param>
    /// <param name="title">The document's title; a first heading that repeats it is left out.</param>
    /// <param name="pictures">The pictures that are there, by the address the notes give them.</param>
    /// <param name="language">The document's.</param>
    /// <param name="remarks">Take what staff should know.</param>
    public static IReadOnlyList<Block> Read(MarkdownDocument document, string title, IReadOnlyDictionary<string, Picture> pictures,
        string language, Remarks remarks)
    {
        var first = document.FirstOrDefault(block => block is not (YamlFrontMatterBlock or LinkReferenceDefinitionGroup or HtmlComment));
        var leftOut = first is not null && RepeatsTitle(first, title) ? first : null;
        var reader = new BlockReader(
            document.Descendants<HeadingBlock>().Where(heading => heading != leftOut && heading.Parent is not MarkdownFootnote),
            new(pictures, StandIns.Of(language), remarks), remarks);
        return [.. document.Where(block => block != leftOut).SelectMany(reader.Read)];
    }

    static bool RepeatsTitle(Markdig.Syntax.Block block, string title) =>
        block is HeadingBlock heading && string.Equals(MarkdownText.Of(heading.Inline).Trim(), title, StringComparison.OrdinalIgnoreCase);

    IReadOnlyList<Block> ReadAll(IEnumerable<Markdig.Syntax.Block> blocks) => [.. blocks.SelectMany(Read)];

    IEnumerable<Block> Read(Markdig.Syntax.Block block) => block switch
    {
        YamlFrontMatterBlock or LinkReferenceDefinitionGroup or FootnoteGroup or BlankLineBlock or HtmlComment => [],
        HeadingBlock heading => ReadHeading(heading),
        ParagraphBlock paragraph => ReadParagraph(paragraph),
        Markdig.Syntax.CodeBlock code => [new CodeBlock(code.Lines.ToString())],
        ThematicBreakBlock => [new ThematicBreak()],
        ListBlock list => [ReadList(list)],
        QuoteBlock quote => ReadAll(quote) is { Count: > 0 } quoted ? [new BlockQuote(quoted)] : [],
        MarkdownTable table => TableReader.Read(table, ReadAll, remarks) is { } filled ? [filled] : [],
        DefinitionList definitions => [ReadDefinitions(definitions)],
        ContainerBlock container => ReadAll(container),
        LeafBlock leaf => ReadParagraph(leaf),
        _ => throw new NotSupportedException($"Markdown block {block.GetType().Name}"),
    };

    IEnumerable<Block> ReadHeading(HeadingBlock heading)
    {
        var pieces = LanguageSpans.ReadEnd(inlines.Read(heading.Inline));
        var text = TextRuns.Trimmed(pieces.Where(piece => piece.Figure is null).Select(piece => piece.Text!));
        var figures = pieces.Select(piece => piece.Figure).OfType<Figure>();
        if (text.Count == 0)
        {
            remarks.Refuse(heading.Line + 1, "Die Überschrift hat keinen Text. Erwartet wird er in derselben Zeile nach „#“.");
            return figures;
        }

        if (isInFootnote) return [new Paragraph([.. text.Select(TextRuns.Bold)]), .. figures];

        return [new Heading(levels.Next(heading.Level), text) { Anchor = AnchorOf(heading) }, .. figures];
    }

    /// <summary>A picture is a block in the document model: it splits the paragraph.</summary>
    IEnumerable<Block> ReadParagraph(LeafBlock paragraph)
    {
        HeadingWithoutSpace.Tell(paragraph, remarks);
        List<Inline> text = [];
        foreach (var piece in inlines.Read(paragraph.Inline))
        {
            if (piece.Figure is not { } figure)
            {
                text.Add(piece.Text!);
                continue;
            }

            if (TextRuns.Trimmed(text) is { Count: > 0 } before) yield return new Paragraph(before);
            text.Clear();
            yield return figure;
        }

        if (TextRuns.Trimmed(text) is { Count: > 0 } rest) yield return new Paragraph(rest);
    }

    Block ReadList(ListBlock list)
    {
        ListItem[] items = [.. list.OfType<ListItemBlock>().Select(item => new ListItem(ReadAll(item)) { Done = TaskIn(item)?.Checked })];
        if (!list.IsOrdered) return new BulletList(items);

        return new NumberedList(items)
        {
            Start = int.TryParse(list.OrderedStart, out var start) ? start : 1,
            Numbering = list.BulletType switch { 'a' => Numbering.LowerAlpha, 'A' => Numbering.UpperAlpha, _ => Numbering.Digits },
        };
    }

    static TaskList? TaskIn(ListItemBlock item) => item is [ParagraphBlock { Inline.FirstChild: TaskList task }, ..] ? task : null;

    /// <summary>
    /// Several terms may share a meaning, which then belongs to the last one. Markdig gives a further meaning as an item without a term.
    /// </summary>
    AccessiblePdf.Model.DefinitionList ReadDefinitions(DefinitionList list)
    {
        List<Definition> read = [];
        foreach (var item in list.OfType<DefinitionItem>())
        {
            var terms = item.OfType<DefinitionTerm>().Select(term => inlines.Read(term.Inline)).ToList();
            read.AddRange(terms.Select(term => new Definition(TextRuns.Trimmed(term.Select(piece => piece.Text).OfType<Inline>()), [])));
            var figures = terms.SelectMany(term => term.Select(piece => piece.Figure).OfType<Figure>());
            read[^1] = read[^1] with
            {
                Content = [.. read[^1].Content, .. figures,
                .. ReadAll(item.Where(block => block is not DefinitionTerm))]
            };
        }

        return new(read);
    }

    Piece FootnoteOf(FootnoteLink link)
    {
        if (isInFootnote)
        {
            remarks.Hint(link.Line + 1, RemarkTexts.FootnoteInFootnote);
            return new TextRun(inner.InBrackets(link.Footnote));
        }

        if (footnotes.TryGetValue(link.Footnote, out var known)) return known;

        inner.Pass(link.Footnote);
        isInFootnote = true;
        var footnote = footnotes[link.Footnote] = new(ReadAll(link.Footnote));
        isInFootnote = false;
        return footnote;
    }

    static string? AnchorOf(HeadingBlock heading) => heading.TryGetAttributes()?.Id is { Length: > 0 } id ? id : null;
}
