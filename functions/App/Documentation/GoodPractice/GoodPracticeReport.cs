using AccessiblePdf.Model;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Documentation.GoodPractice;

/// <summary>A Good Practice report as staff wrote it, split into sections.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Lead">The blocks before the first section.</param>
/// <param name="Sections">Its sections, in order.</param>
sealed record GoodPracticeReport(string Title, IReadOnlyList<Block> Lead, IReadOnlyList<ReportSection> Sections)
{
    public const string DefaultTitle = "Good Practice";

    /// <summary>The names of expected sections that are missing.</summary>
    public IEnumerable<string> Missing => RequiredSections.All
        .Where(expected => Sections.All(section => section.Kind != expected.Kind))
        .Select(expected => expected.Name);

    /// <param name="title">The title from the head of the notes. If it is null, a first heading becomes the title when it is the only one
    /// of level 1.</param>
    /// <param name="blocks">The notes.</param>
    public static GoodPracticeReport Of(string? title, IReadOnlyList<Block> blocks)
    {
        Heading[] heads = [.. blocks.OfType<Heading>()];
        if (title is null && blocks is [Heading { Level: 1 } first, ..] && heads.Length > 1 && heads.Count(head => head.Level == 1) == 1)
            (title, blocks) = (TextRuns.Plain(first.Content), [.. blocks.Skip(1).Select(Raised)]);

        var lead = blocks.TakeWhile(block => block is not Heading { Level: 1 }).ToList();
        return new(title ?? DefaultTitle, lead, [.. SectionsOf(blocks.Skip(lead.Count))]);
    }

    static IEnumerable<ReportSection> SectionsOf(IEnumerable<Block> blocks)
    {
        var (head, content) = (default(Heading), new List<Block>());
        foreach (var block in blocks)
        {
            if (block is not Heading { Level: 1 } next)
            {
                content.Add(block);
                continue;
            }

            if (head is not null) yield return Section(head, content);
            (head, content) = (next, []);
        }

        if (head is not null) yield return Section(head, content);
    }

    static Block Raised(Block block) => block is Heading heading ? heading with { Level = heading.Level - 1 } : block;

    static ReportSection Section(Heading head, IReadOnlyList<Block> content) =>
        new(RequiredSections.KindOf(TextRuns.Plain(head.Content)), head, content);
}
