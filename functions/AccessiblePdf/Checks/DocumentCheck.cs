using System.Text;
using AccessiblePdf.Bidi;
using AccessiblePdf.Layout;
using AccessiblePdf.Model;
using AccessiblePdf.Writer;
using AccessiblePdf.Writer.Images;

namespace AccessiblePdf.Checks;

/// <summary>
/// Goes through a document in reading order before anything is written: refuses what cannot conform, warns of what the author should see,
/// and gathers what the layout must know ahead.
/// </summary>
sealed partial class DocumentCheck
{
    /// <summary>
    /// How deep blocks stand in blocks at most; layout and structure follow the nesting, and a stack that overflows ends the process.
    /// </summary>
    const int DeepestNesting = 200;

    /// <summary>As many as fit into half a gigabyte of memory until their pages are drawn.</summary>
    const int MaxCells = 300_000, MaxColumns = 1_000;

    readonly Dictionary<string, Destination> anchors = new(StringComparer.Ordinal);
    readonly List<PlannedHeading> headings = [];
    readonly Dictionary<Figure, Picture> pictures = new(ReferenceEqualityComparer.Instance);
    readonly PictureShelf shelf = new();
    readonly List<PdfWarning> warnings = [];
    readonly List<(string Anchor, string Element)> references = [];
    readonly LinkDescriptions links = new();
    readonly HashSet<Footnote> notes = new(ReferenceEqualityComparer.Instance);
    readonly Stack<string> path = [];
    CharacterCheck? characters;
    long cells;
    int level;
    bool isInNote;

    DocumentCheck() { }

    public IReadOnlyDictionary<string, Destination> Anchors => anchors;

    public IReadOnlyList<PlannedHeading> Headings => headings;

    public IReadOnlyDictionary<Figure, Picture> Pictures => pictures;

    public LinkDescriptions Links => links;

    public IReadOnlyList<PdfWarning> Warnings => warnings;

    /// <summary>Whether any text goes from right to left.</summary>
    public bool MayTurn { get; private set; }

    /// <exception cref="InvalidDocumentException">The document cannot become a conforming file.</exception>
    public static DocumentCheck Of(AccessibleDocument document)
    {
        var check = new DocumentCheck();
        check.CheckProperties(document);
        if (document.TitleBlock?.Logo is { } logo) check.CheckBlocks([logo], nameof(TitleBlock.Logo));
        check.CheckBlocks(document.FrontMatter, nameof(document.FrontMatter));
        check.CheckBlocks(document.Blocks, nameof(document.Blocks));
        check.CheckReferences();
        return check;
    }

    void CheckBlocks(IReadOnlyList<Block> blocks, string name)
    {
        if (path.Count == DeepestNesting)
            throw Refused(path.Last(), DocumentProblem.TooLarge,
                FormattableString.Invariant($"blocks stand in blocks more than {DeepestNesting} deep"));
        for (var i = 0; i < blocks.Count; i++)
        {
            path.Push(FormattableString.Invariant($"{name}[{i}]"));
            Check(blocks[i]);
            path.Pop();
        }
    }

    void Check(Block block)
    {
        if (block.Anchor is { } anchor && !anchors.TryAdd(anchor, new()))
            throw Refused(block, DocumentProblem.DuplicateAnchor, $"another block has the anchor \"{anchor}\" too");
        if (block.Anchor is { } named) links.AddTitle(named, block);
        switch (block)
        {
            case Heading heading: CheckHeading(heading); break;
            case Paragraph paragraph: CheckInlines(paragraph.Content, block); break;
            case BulletList list: CheckItems(list.Items); break;
            case NumberedList list: CheckItems(list.Items); break;
            case DefinitionList list: CheckDefinitions(list); break;
            case Table table: CheckTable(table); break;
            case Figure figure: CheckFigure(figure); break;
            case Chart chart: CheckChart(chart); break;
            case BlockQuote quote: CheckBlocks(quote.Content, "Content"); break;
            case CodeBlock code: CheckText(code.Text, code); break;
            case Callout callout:
                if (string.IsNullOrWhiteSpace(callout.Title) && callout.Content is not [Heading, ..])
                    throw Refused(callout, DocumentProblem.EmptyTitle, "the box has neither a title nor a heading of its own");
                CheckText(callout.Title, callout);
                CheckBlocks(callout.Content, "Content");
                break;
        }
    }

    void CheckHeading(Heading heading)
    {
        var text = CleanText.Of(heading.Content);
        if (string.IsNullOrWhiteSpace(text)) throw Refused(heading, DocumentProblem.EmptyHeading, "the heading has no text");
        if (heading.Level is < 1 or > 6)
            throw Refused(heading, DocumentProblem.SkippedHeadingLevel, $"level {heading.Level} is not one of 1 to 6");
        if (heading.Level > level + 1)
            throw Refused(heading, DocumentProblem.SkippedHeadingLevel,
                level == 0 ? $"the first heading has level {heading.Level} instead of 1" : $"level {heading.Level} follows level {level}");
        if (isInNote) throw Refused(heading, DocumentProblem.NestedFootnote, "a footnote cannot hold a heading");
        level = heading.Level;
        headings.Add(new(level, text.Trim().Replace("\u00AD", "", StringComparison.Ordinal), new()));
        CheckInlines(heading.Content, heading);
    }

    void CheckItems(IReadOnlyList<ListItem> items)
    {
        for (var i = 0; i < items.Count; i++) CheckBlocks(items[i].Content, FormattableString.Invariant($"Items[{i}].Content"));
    }

    void CheckDefinitions(DefinitionList list)
    {
        foreach (var definition in list.Items)
        {
            CheckInlines(definition.Term, list);
            CheckBlocks(definition.Content, "Items.Content");
        }
    }

    void CheckTable(Table table)
    {
        CheckInlines(table.Caption, table);
        foreach (var cell in table.Header.Concat(table.Rows).SelectMany(row => row.Cells))
        {
            if (cell.ColumnSpan < 1 || cell.RowSpan < 1)
                throw Refused(table, DocumentProblem.IrregularTable, "a cell spans at least one column and one row");
            if (cell.ColumnSpan > MaxColumns)
                throw Refused(table, DocumentProblem.TooLarge,
                    FormattableString.Invariant($"a cell spans more than {MaxColumns} columns"));
            if (cell.RowSpan > table.Header.Count + table.Rows.Count)
                throw Refused(table, DocumentProblem.IrregularTable, "a merged cell reaches below the last row");
        }
        CountCells(table);
        if (TableGrid.Of(table.Header, isHeader: true).IsBroken || TableGrid.Of(table.Rows, isHeader: false).IsBroken)
            throw Refused(table, DocumentProblem.IrregularTable, "merged cells overlap or reach below the last row");
        var hasHeader = table.Header.SelectMany(row => row.Cells).Any(Names)
            || table.Rows.Count > 0 && table.Rows.All(row => row.Cells.Any(cell => cell.IsRowHeader && Names(cell)));
        if (!hasHeader && !table.HasNoHeader) throw Refused(table, DocumentProblem.TableWithoutHeader,
            "the table has neither a header row nor a header cell in every row");
        CheckRows(table.Header, "Header");
        CheckRows(table.Rows, "Rows");

        static bool Names(TableCell cell) => cell.Content.Count > 0 && !cell.HoldsTable();
    }

    /// <summary>Every row is filled up to the longest one, so that a few long rows make many cells.</summary>
    void CountCells(Table table)
    {
        var columns = table.Header.Concat(table.Rows).Select(row => row.Cells.Sum(cell => (long)cell.ColumnSpan)).DefaultIfEmpty().Max();
        if (columns > MaxColumns)
            throw Refused(table, DocumentProblem.TooLarge, FormattableString.Invariant($"the table has more than {MaxColumns} columns"));
        cells += columns * (table.Header.Count + table.Rows.Count);
        if (cells > MaxCells) throw Refused(table, DocumentProblem.TooLarge,
            FormattableString.Invariant($"the tables of the document have more than {MaxCells} cells"));
    }

    void CheckRows(IReadOnlyList<TableRow> rows, string name)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            for (var cell = 0; cell < rows[row].Cells.Count; cell++)
                CheckBlocks(rows[row].Cells[cell].Content, FormattableString.Invariant($"{name}[{row}].Cells[{cell}].Content"));
        }
    }

    void CheckText(string text, Block owner)
    {
        if (CharacterCheck.AreCommon(text)) return;
        MayTurn |= BidiClasses.MayTurn(text);
        foreach (var character in (characters ??= new()).NewlyMissing(text)) Warn(character, Describe(owner));
    }

    void CheckText(string text, string element)
    {
        if (CharacterCheck.AreCommon(text)) return;
        MayTurn |= BidiClasses.MayTurn(text);
        foreach (var character in (characters ??= new()).NewlyMissing(text)) Warn(character, element);
    }

    void Warn(Rune character, string element) =>
        warnings.Add(new(PdfWarningKind.MissingCharacter, FormattableString.Invariant($"U+{character.Value:X4}"), element));

    string Describe(Block block)
    {
        var text = block switch
        {
            Heading heading => CleanText.Of(heading.Content),
            Paragraph paragraph => CleanText.Of(paragraph.Content),
            Callout callout => callout.Title,
            Chart chart => chart.Title,
            Table table => CleanText.Of(table.Caption),
            Figure figure => figure.AlternativeText + CleanText.Of(figure.Caption),
            _ => "",
        };
        text = CleanText.OnOneLine(text).Trim();
        var start = text.Length > 40 ? text[..(char.IsHighSurrogate(text[39]) ? 39 : 40)] + "…" : text;
        return $"{string.Join('.', path.Reverse())} {block.GetType().Name}{(start.Length > 0 ? $" \"{start}\"" : "")}";
    }

    InvalidDocumentException Refused(Block block, DocumentProblem problem, string message) => Refused(Describe(block), problem, message);

    static InvalidDocumentException Refused(string element, DocumentProblem problem, string message) => new(problem, element, message);
}
