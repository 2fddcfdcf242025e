using AccessiblePdf.Model;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Shared.Text;

namespace ThaffFunctions.Insights.Reading;

/// <summary>
/// The sections of insights in a document, whatever file it came from. A section begins with a heading that names it, or with a line in
/// bold that does, and ends before the next one of either that is not below it.
/// </summary>
/// <param name="Boxed">The document with each section in a box of its kind.</param>
/// <param name="Insights">The entries of the sections, in reading order.</param>
/// <param name="Hints">What could not be understood, for staff, in German.</param>
public sealed record InsightSections(IReadOnlyList<Block> Boxed, IReadOnlyList<NotedInsight> Insights, IReadOnlyList<string> Hints)
{
    /// <summary>More of them is no register any more.</summary>
    public const int MostInsights = 100;

    /// <summary>A bold line stands below every heading.</summary>
    const int BoldLineLevel = 7;

    public static InsightSections Of(IReadOnlyList<Block> blocks)
    {
        List<Block> boxed = [];
        List<NotedInsight> insights = [];
        List<string> hints = [];
        for (var at = 0; at < blocks.Count;)
        {
            if (HeadOf(blocks[at]) is not { Kind: { } kind } head || EndOf(blocks, at, head.Level) is var end && end == at + 1)
            {
                boxed.Add(blocks[at++]);
                continue;
            }

            Block[] content = [.. blocks.Take((at + 1)..end)];
            boxed.Add(BoxOf(blocks[at], head.Text, content) with { Tone = ToneOf(kind) });
            insights.AddRange(new EntryReader(kind, head.Text, hints).Read(content));
            at = end;
        }

        if (insights.Count > MostInsights)
            hints.Add($"Die Mitschrift hat {insights.Count} Erkenntnisse, Ergebnisse, Fragen und Anliegen; ins Register kommen die "
                + $"ersten {MostInsights}. Die Dokumentation selbst enthält alle.");
        return new(boxed, [.. insights.Take(MostInsights)], hints);
    }

    static Callout BoxOf(Block head, string text, Block[] content) => head is Heading ? new("", [head, .. content]) : new(text, content);

    static CalloutTone ToneOf(InsightKind kind) => kind switch
    {
        InsightKind.Finding => CalloutTone.Information,
        InsightKind.Result => CalloutTone.Success,
        InsightKind.OpenQuestion => CalloutTone.Question,
        _ => CalloutTone.Warning,
    };

    /// <summary>
    /// Right after its head if nothing belongs to it. What only parts topics does not belong to the section before, and neither do closing
    /// words below a rule; lists and headings below one go on with the section.
    /// </summary>
    static int EndOf(IReadOnlyList<Block> blocks, int start, int level)
    {
        var end = start + 1;
        while (end < blocks.Count && (HeadOf(blocks[end]) is not { } next || (next.Kind is null && next.Level > level))) end++;
        for (var at = start + 2; at < end; at++)
        {
            if (blocks[at] is ThematicBreak
                && !blocks.Take(at..end).Any(block => block is Heading or BulletList or NumberedList or Table or DefinitionList)) end = at;
        }

        while (end > start + 1 && blocks[end - 1] is ThematicBreak or PageBreak) end--;
        return end;
    }

    static Head? HeadOf(Block block) => block switch
    {
        Heading heading => HeadOf(heading.Content, heading.Level),
        Paragraph { Content: var line } when TextRuns.IsBold(line) => HeadOf(line, BoldLineLevel),
        _ => null,
    };

    static Head HeadOf(IReadOnlyList<Inline> content, int level)
    {
        var text = BlockText.Of(content);
        return new(SectionNames.KindOf(text), text, level);
    }

    sealed record Head(InsightKind? Kind, string Text, int Level);
}
