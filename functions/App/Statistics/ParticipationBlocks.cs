using AccessiblePdf.Model;

namespace ThaffFunctions.Statistics;

/// <summary>Participation as blocks of a document: a sentence and a table for a session, charts with their tables for a year.</summary>
static class ParticipationBlocks
{
    public const string Title = "Teilnahme", BySector = "Teilnehmende nach Branche";

    /// <summary>The section of one session.</summary>
    /// <param name="participation">What may be told.</param>
    /// <param name="level">Of its heading.</param>
    public static IEnumerable<Block> Of(Participation participation, int level)
    {
        yield return new Heading(level, Title);
        yield return Told(ParticipationWords.Of(participation), ParticipationWords.ExplanationOf(participation.Sectors));
        if (participation.Sectors is { Count: > 0 } sectors) yield return TableOf(BySector, "Branche", sectors);
    }

    /// <summary>The section of a year.</summary>
    /// <param name="participation">What may be told.</param>
    /// <param name="year">The year.</param>
    /// <param name="level">Of its heading.</param>
    public static IEnumerable<Block> Of(YearParticipation participation, int year, int level)
    {
        yield return new Heading(level, $"Teilnahme im Jahr {year}");
        yield return Told(ParticipationWords.Of(participation),
            ParticipationWords.ExplanationOf([.. participation.Sectors ?? [], .. participation.Regions ?? []]));
        if (participation.Sectors is { Count: > 0 } sectors) yield return ChartOf($"Teilnehmende {year} nach Branche", "Branche", sectors);
        if (participation.Regions is { Count: > 0 } regions) yield return ChartOf($"Teilnehmende {year} nach Region", "Region", regions);
    }

    /// <summary>What the signs mean stands before them: below, it could be left alone on the next page.</summary>
    static Paragraph Told(string words, string? explanation) => new(explanation is null ? words : $"{words} {explanation}");

    static Table TableOf(string caption, string label, IReadOnlyList<PublicCount> counts) => new()
    {
        Caption = [caption],
        Header = [new(label, "Teilnehmende")],
        Rows = [.. counts.Select(count => new TableRow(new TableCell(new Paragraph(count.Name)) { IsRowHeader = true }, count.ToString()))],
        Columns = [Alignment.Start, Alignment.End],
    };

    static Chart ChartOf(string title, string label, IReadOnlyList<PublicCount> counts) => new()
    {
        Title = title,
        CategoryLabel = label,
        Categories = [.. counts.Select(count => count.Name)],
        Series = [new("Teilnehmende",
            [.. counts.Select(count => (double?)count.Count)]) { Labels = [.. counts.Select(count => count.ToString())] }],
    };
}
