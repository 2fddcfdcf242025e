using AccessiblePdf.Model;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Text;

namespace ThaffFunctions.Insights.Reading;

/// <summary>
/// The entries of one section. Where it has lists, their items are the entries and paragraphs only lead to them; otherwise each paragraph is one.
/// An item that ends with a colon is the beginning of those below it. What else stands below an item explains it, and so does what stands below a
/// heading of its own after the entries: it is left to the documentation.
/// </summary>
sealed class EntryReader(InsightKind kind, string section, List<string> hints)
{
    const int MostLetters = 1000;

    readonly List<NotedInsight> entries = [];
    IReadOnlyList<Sector> sectors = [];

    bool HasProgress => kind is InsightKind.OpenQuestion or InsightKind.Concern;

    public IReadOnlyList<NotedInsight> Read(IReadOnlyList<Block> blocks)
    {
        ReadPart([.. blocks.TakeWhile(block => block is not Heading)]);
        if (entries.Count == 0) ReadPart(blocks);
        return entries;
    }

    void ReadPart(IReadOnlyList<Block> blocks)
    {
        var hasLists = blocks.Any(block => block is BulletList or NumberedList or Table or DefinitionList);
        foreach (var block in blocks) Read(block, hasLists);
    }

    void Read(Block block, bool hasLists)
    {
        switch (block)
        {
            case BulletList list: ReadItems(list.Items, ""); break;
            case NumberedList list: ReadItems(list.Items, ""); break;
            case DefinitionList list: ReadDefinitions(list); break;
            case Table table: ReadRows(table); break;
            case BlockQuote quote: foreach (var inner in quote.Content) Read(inner, hasLists); break;
            case Paragraph paragraph: ReadParagraph(paragraph, hasLists); break;
        }
    }

    void ReadParagraph(Paragraph paragraph, bool hasLists)
    {
        var (text, marks) = Part([paragraph]);
        if (text.Length > 0 && !hasLists) Add(text);
        Apply(marks, isOfSection: entries.Count == 0);
    }

    void ReadItems(IEnumerable<ListItem> items, string lead)
    {
        foreach (var item in items)
        {
            var (text, marks) = Part(item.Content.OfType<Paragraph>());
            ListItem[] below = [.. item.Content.SelectMany(ItemsOf)];
            if (text.EndsWith(':') && below.Any(inner => Part(inner.Content.OfType<Paragraph>()).Text.Length > 0))
            {
                ReadItems(below, $"{lead}{text} ");
                continue;
            }

            if (text.Length > 0) Add(lead + text);
            if (item.Done == true && HasProgress) marks = [new Mark.Answered(new(null, null, null)), .. marks];
            Apply([.. marks, .. below.SelectMany(inner => Part(inner.Content.OfType<Paragraph>()).Marks)], isOfSection: false);
        }
    }

    void ReadDefinitions(DefinitionList list)
    {
        foreach (var item in list.Items)
        {
            var (meaning, marks) = Part(item.Content.OfType<Paragraph>());
            Add($"{BlockText.Of(item.Term)}: {meaning}".TrimEnd(' ', ':'));
            Apply(marks, isOfSection: false);
        }
    }

    void ReadRows(Table table)
    {
        foreach (var row in table.Rows)
        {
            var cells = row.Cells.Select(cell => Part(cell.Content.OfType<Paragraph>())).ToList();
            var text = string.Join(" · ", cells.Select(cell => cell.Text).Where(text => text.Length > 0));
            if (text.Length > 0) Add(text);
            Apply([.. cells.SelectMany(cell => cell.Marks)], isOfSection: false);
        }
    }

    static IEnumerable<ListItem> ItemsOf(Block block) => block switch
    {
        BulletList list => list.Items,
        NumberedList list => list.Items,
        _ => [],
    };

    (string Text, IReadOnlyList<Mark> Marks) Part(IEnumerable<Paragraph> paragraphs)
    {
        List<string> texts = [];
        List<Mark> marks = [];
        foreach (var line in paragraphs.SelectMany(paragraph => BlockText.Of(paragraph.Content).Split('\n')))
        {
            var (text, found) = MarkReader.Read(line);
            var (own, others) = HasProgress ? (text, found) : WithoutProgress(line, text, found);
            if (own.Length > 0) texts.Add(own);
            marks.AddRange(others);
        }

        return (string.Join(' ', string.Join(' ', texts).Split(' ', StringSplitOptions.RemoveEmptyEntries)), marks);
    }

    /// <summary>Findings and results go nowhere: only their sectors are marks, all else is text.</summary>
    static (string Text, IReadOnlyList<Mark> Marks) WithoutProgress(string line, string text, IReadOnlyList<Mark> marks) =>
        marks.Count > 0 && marks.All(mark => mark is Mark.Concerns) ? (text, marks) : (line.Trim(), []);

    void Add(string text) => entries.Add(new(kind, Cut.To(text, MostLetters), sectors, NotedProgress.None));

    void Apply(IReadOnlyList<Mark> marks, bool isOfSection)
    {
        foreach (var mark in marks)
        {
            if (mark is Mark.Unclear unclear) hints.Add($"Abschnitt „{section}“{(entries.Count > 0 ? $", „{Cut.To(entries[^1].Text, 60)}“" : "")}: {unclear.Problem}");
            else if (isOfSection && mark is Mark.Concerns all) sectors = all.Sectors;
            else if (entries.Count > 0) entries[^1] = With(entries[^1], mark);
            else hints.Add($"Abschnitt „{section}“: Eine Angabe zum Stand steht vor dem ersten Eintrag. Erwartet wird sie unter dem Eintrag, zu dem sie gehört.");
        }
    }

    static NotedInsight With(NotedInsight entry, Mark mark) => mark switch
    {
        Mark.Passed passed => entry with { Progress = entry.Progress with { Passed = passed.PassedOn } },
        Mark.Answered answered => entry with { Progress = entry.Progress with { Answer = answered.Answer } },
        Mark.OpenAgain => entry with { Progress = entry.Progress with { IsOpenAgain = true } },
        Mark.Concerns concerns => entry with { Sectors = concerns.Sectors },
        _ => entry,
    };
}
