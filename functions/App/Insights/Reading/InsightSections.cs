using AccessiblePdf.Model;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Shared.Text;

namespace ThaffFunctions.Insights.Reading;

/// <summary>
/// Finds the sections of insights in a document of any format. A section begins with a heading, or a line in bold, that contains a section
/// name (see <see cref="SectionNames"/>). It ends before the next section, or before the next heading or bold line that is not on a lower
/// level.
/// </summary>
/// <param name="Boxed">The document, with each section in a box in the colour of its kind.</param>
/// <param name="Insights">The entries of the sections, in reading order.</param>
/// <param name="Hints">What could not be understood, as German hints for staff.</param>
sealed record InsightSections(IReadOnlyList<Block> Boxed, IReadOnlyList<NotedInsight> Insights, IReadOnlyList<string> Hints)
{
    /// <summary>The most entries that one session can have in the register.</summary>
    public const int MaxInsights = 100;

    /// <summary>A bold line is on a lower level than every heading.</summary>
    const int BoldLineLevel = 7;

    public static InsightSections Of(IReadOnlyList<Block> blocks)
    {
        List<Block> boxed = [];
        List<NotedInsight> insights = [];
        List<string> hints = [];
        for (var at = 0; at < blocks.Count;)
        {
            if (HeadOf(blocks[at]) is { Text: var title } && SectionNames.ExpectedFor(title) is { } expected)
                hints.Add($"Überschrift „{title}“: Was darunter steht, kommt nicht ins Register der Fragen und Anliegen. Soll es hinein, nennen "
                    + $"Sie den Abschnitt „{expected}“.");
            if (HeadOf(blocks[at]) is not { Kind: { } kind } head || EndOf(blocks, at, head.Level) is var end && end == at + 1)
            {
                boxed.Add(blocks[at++]);
                continue;
            }

            Block[] content = [.. blocks.Take((at + 1)..end)];
            boxed.Add(BoxOf(blocks[at], head.Text, content) with { Tone = ToneOf(kind) });
            insights.AddRange(new InsightReader(kind, head.Text, hints).Read(content));
            at = end;
        }

        if (insights.Count > MaxInsights)
            hints.Add($"Die Mitschrift hat {insights.Count} Erkenntnisse, Ergebnisse, Fragen und Anliegen; ins Register kommen die "
                + $"ersten {MaxInsights}. Die Dokumentation selbst enthält alle.");
        return new(boxed, [.. insights.Take(MaxInsights)], hints);
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
    /// The index after the section's last block; the block after its heading if the section is empty. A thematic break (horizontal rule)
    /// ends the section, unless a heading, list or table follows in it; breaks at the end are not part of it.
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
