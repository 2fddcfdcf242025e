using AccessiblePdf.Model;

namespace ThaffFunctions.Statistics;

/// <summary>Participation as blocks of a document: a sentence and a table for a session, charts with their tables for a year.</summary>
static class ParticipationBlocks
{
    public const string Title = "Anmeldungen", BySector = "Angemeldete nach Branche", People = "Angemeldete";

    /// <summary>The section of one session. The words come before the table: after it, they could be alone on the next page.</summary>
    /// <param name="participation">The counts that are published.</param>
    /// <param name="level">The level of its heading.</param>
    public static IEnumerable<Block> Of(Participation participation, int level)
    {
        yield return new Heading(level, Title);
        yield return new Paragraph(ParticipationWords.Of(participation));
        if (participation.Sectors is { } sectors) yield return TableOf(BySector, "Branche", sectors);
    }

    /// <summary>The section of a year.</summary>
    /// <param name="participation">The counts that are published.</param>
    /// <param name="year">The year.</param>
    /// <param name="level">The level of its heading.</param>
    public static IEnumerable<Block> Of(YearParticipation participation, int year, int level)
    {
        yield return new Heading(level, $"{Title} im Jahr {year}");
        yield return new Paragraph(ParticipationWords.Of(participation));
        if (participation.Sectors is { } sectors) yield return ChartOf($"{People} {year} nach Branche", "Branche", sectors);
        if (participation.Regions is { } regions) yield return ChartOf($"{People} {year} nach Region", "Region", regions);
    }

    static Table TableOf(string caption, string label, IReadOnlyList<PublicCount> counts) => new()
    {
        Caption = [caption],
        Header = [new(label, People)],
        Rows = [.. counts.Select(count => new TableRow(new TableCell(new Paragraph(count.Name)) { IsRowHeader = true }, count.ToString()))],
        Columns = [Alignment.Start, Alignment.End],
    };

    static Chart ChartOf(string title, string label, IReadOnlyList<PublicCount> counts) => new()
    {
        Title = title,
        CategoryLabel = label,
        Categories = [.. counts.Select(count => count.Name)],
        Series = [new(People, [.. counts.Select(count => (double?)count.Count)])
        {
            Labels = [.. counts.Select(count => count.ToString())],
        }],
    };
}
