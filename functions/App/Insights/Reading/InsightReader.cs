using AccessiblePdf.Model;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Shared.Text;

namespace ThaffFunctions.Insights.Reading;

/// <summary>
/// Reads the entries of one section. If it contains lists, their items are the entries and paragraphs are only introductions; otherwise
/// each paragraph is an entry, and each line of one whose lines are all questions. An item that ends with a colon is put in front of
/// each item of the list below it. All other text below an item only explains it and is not read, nor is the text below a subheading
/// that follows the entries. The rows of a table are entries only where none and no question stands before it: otherwise it belongs to what
/// is above, and staff are told.
/// </summary>
sealed class InsightReader(InsightKind kind, string section, List<string> hints)
{
    const int MaxLetters = 1000, LettersNamed = 60;

    readonly List<NotedInsight> entries = [];

    /// <summary>The marks of the whole section or group. They apply to each entry without own marks of the same kind.</summary>
    IReadOnlyList<Mark> common = [];

    /// <summary>Whether the tables of this part only explain what stands above them.</summary>
    bool tablesExplain;

    bool HasProgress => kind is InsightKind.OpenQuestion or InsightKind.Concern;

    public IReadOnlyList<NotedInsight> Read(IReadOnlyList<Block> blocks)
    {
        Block[] first = [.. blocks.TakeWhile(block => block is not Heading)];
        ReadPart(first);
        if (entries.Count == 0) ReadPart([.. blocks.Skip(first.Length)]);
        return entries;
    }

    void ReadPart(IReadOnlyList<Block> blocks)
    {
        tablesExplain = blocks.TakeWhile(block => !IsTable(block)).Any(block => IsList(block) || IsQuestion(block));
        var hasLists = blocks.Any(block => IsList(block) || (IsTable(block) && !tablesExplain));
        foreach (var block in blocks) Read(block, hasLists);
    }

    void Read(Block block, bool hasLists)
    {
        switch (block)
        {
            case Block when tablesExplain && IsTable(block): TellOfTable(); break;
            case BulletList list: ReadItems(list.Items, ""); break;
            case NumberedList list: ReadItems(list.Items, ""); break;
            case DefinitionList list: ReadDefinitions(list); break;
            case Table table: ReadRows(table); break;
            case BlockQuote quote: foreach (var inner in quote.Content) Read(inner, hasLists); break;
            case Paragraph paragraph: ReadParagraph(paragraph, hasLists); break;
        }
    }

    static bool IsList(Block block) => block is BulletList or NumberedList or DefinitionList { TermsBeside: false };

    /// <summary>A table of names and values was read as definitions, but its author sees a table.</summary>
    static bool IsTable(Block block) => block is Table or DefinitionList { TermsBeside: true };

    bool IsQuestion(Block block) => HasProgress && block is Paragraph paragraph && Part([paragraph]).Text.EndsWith('?');

    void TellOfTable() => hints.Add($"Abschnitt „{section}“{(entries.Count > 0 ? $", „{Cut.To(entries[^1].Text, LettersNamed)}“" : "")}: Die "
        + "Zeilen der Tabelle kommen nicht ins Register, weil schon etwas davor steht; die Dokumentation enthält sie. Soll jede Zeile ein "
        + "Eintrag sein, muss die Tabelle am Anfang des Abschnitts stehen.");

    void ReadParagraph(Paragraph paragraph, bool hasLists)
    {
        if (!hasLists && QuestionsOf(paragraph) is { Count: > 1 } questions)
        {
            foreach (var question in questions) ReadParagraph(new(question), hasLists);
            return;
        }

        var (text, marks) = Part([paragraph]);
        if (text.Length > 0 && !hasLists) Add(text);
        if (entries.Count > 0 || marks.Any(mark => mark is not Mark.Concerns)) Apply(marks);
        else common = [.. common, .. marks];
    }

    /// <summary>
    /// Questions that were typed into one paragraph with line breaks, each with the lines of marks below it; empty if any is none.
    /// </summary>
    List<List<Inline>> QuestionsOf(Paragraph paragraph)
    {
        if (!HasProgress) return [];

        List<List<Inline>> questions = [];
        foreach (var line in TextRuns.Lines(paragraph.Content))
        {
            var text = MarkReader.Read(BlockText.Of(line)).Text;
            if (text.Length > 0 && !text.EndsWith('?')) return [];

            if (text.Length > 0 || questions.Count == 0) questions.Add(line);
            else questions[^1].AddRange([new LineBreak(), .. line]);
        }

        return questions;
    }

    void ReadItems(IEnumerable<ListItem> items, string lead)
    {
        foreach (var item in items)
        {
            var (text, marks) = Part(item);
            ListItem[] below = [.. item.Content.SelectMany(ItemsOf)];
            if (text.EndsWith(':') && below.Any(inner => Part(inner).Text.Length > 0))
            {
                ReadGroup(below, $"{lead}{text} ", marks);
                continue;
            }

            if (text.Length > 0) Add(lead + text);
            if (item.Done == true && HasProgress) marks = [new Mark.Answered(new(null, null, null)), .. marks];
            Apply([.. marks, .. below.SelectMany(inner => Part(inner).Marks)]);
        }
    }

    void ReadGroup(ListItem[] items, string lead, IReadOnlyList<Mark> marks)
    {
        var outer = common;
        var ahead = items.TakeWhile(item => Part(item).Text.Length == 0).ToArray();
        common = [.. outer, .. marks.Concat(ahead.SelectMany(item => Part(item).Marks)).Where(IsUnderstood)];
        ReadItems(items[ahead.Length..], lead);
        common = outer;
    }

    void ReadDefinitions(DefinitionList list)
    {
        foreach (var item in list.Items)
        {
            var (meaning, marks) = Part(item.Content.OfType<Paragraph>());
            Add($"{BlockText.Of(item.Term)}: {meaning}".TrimEnd(' ', ':'));
            Apply(marks);
        }
    }

    void ReadRows(Table table)
    {
        foreach (var row in table.Rows)
        {
            var cells = row.Cells.Select(cell => Part(cell.Content.OfType<Paragraph>())).ToList();
            var text = string.Join(" · ", cells.Select(cell => cell.Text).Where(text => text.Length > 0));
            if (text.Length > 0) Add(text);
            Apply([.. cells.SelectMany(cell => cell.Marks)]);
        }
    }

    static IEnumerable<ListItem> ItemsOf(Block block) => block switch
    {
        BulletList list => list.Items,
        NumberedList list => list.Items,
        _ => [],
    };

    (string Text, IReadOnlyList<Mark> Marks) Part(ListItem item) => Part(item.Content.OfType<Paragraph>());

    (string Text, IReadOnlyList<Mark> Marks) Part(IEnumerable<Paragraph> paragraphs)
    {
        List<string> texts = [];
        List<Mark> marks = [];
        foreach (var line in paragraphs.SelectMany(paragraph => BlockText.Of(paragraph.Content).Split('\n')))
        {
            var (text, found) = MarkReader.Read(line);
            var (own, others) = HasProgress ? (text, found) : WithoutProgress(line, text, found);
            own = WithoutBullet(own);
            if (own.Length > 0) texts.Add(own);
            marks.AddRange(others);
        }

        return (string.Join(' ', string.Join(' ', texts).Split(' ', StringSplitOptions.RemoveEmptyEntries)), marks);
    }

    /// <summary>A bullet that was typed where the file has its own list, or just one item.</summary>
    static string WithoutBullet(string text) => text is ['-' or '–' or '•', ' ' or '\t' or '\u00A0', ..] ? text[1..].TrimStart() : text;

    /// <summary>Findings and results have no progress: only their sectors are marks, other marks are part of the text.</summary>
    static (string Text, IReadOnlyList<Mark> Marks) WithoutProgress(string line, string text, IReadOnlyList<Mark> marks) =>
        marks.Count > 0 && marks.All(mark => mark is Mark.Concerns) ? (text, marks) : (line.Trim(), []);

    void Add(string text) => entries.Add(common.Aggregate(new NotedInsight(kind, Cut.To(text, MaxLetters), [], NotedProgress.None),
        (entry, mark) => entry.With(mark)));

    void Apply(IReadOnlyList<Mark> marks)
    {
        foreach (var mark in marks.Where(IsUnderstood))
        {
            if (entries.Count > 0) entries[^1] = entries[^1].With(mark);
            else hints.Add($"Abschnitt „{section}“: Eine Angabe zum Stand steht vor dem ersten Eintrag. Erwartet wird sie unter dem "
                + "Eintrag, zu dem sie gehört.");
        }
    }

    bool IsUnderstood(Mark mark)
    {
        if (mark is not Mark.Unclear unclear) return true;

        hints.Add($"Abschnitt „{section}“{(entries.Count > 0 ? $", „{Cut.To(entries[^1].Text, LettersNamed)}“" : "")}: {unclear.Problem}");
        return false;
    }
}
