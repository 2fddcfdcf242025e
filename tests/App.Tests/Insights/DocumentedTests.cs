using System.Text.RegularExpressions;
using ThaffFunctions.Insights;
using ThaffFunctions.Insights.Reading;
using ThaffFunctions.Tests.Documentation;

namespace ThaffFunctions.Tests.Insights;

/// <summary>What docs/insights.md tells staff.</summary>
public sealed partial class DocumentedTests
{
    static readonly string Document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "insights.md"));

    [Fact]
    public async Task The_example_is_understood_to_the_last_line()
    {
        await using var stage = await Stage.OpenAsync(now: new(2027, 6, 1, 8, 0, 0, TimeSpan.Zero));
        await stage.PlanAsync(InsightDesk.Planned("2027-05-wohnen"));
        await stage.DocumentAsync(InsightDesk.Planned("2027-03-anerkennung"), Example().Match(Document).Groups["notes"].Value);

        var entries = await stage.EntriesAsync(ThaffFunctions.Programme.SessionId.Parse("2027-03-anerkennung"));

        Assert.Equal([InsightStage.Answered, InsightStage.Answered, InsightStage.Open, InsightStage.Answered],
            entries.Select(entry => entry.Progress.Stage));
        Assert.Equal(["handwerk", "gesundheit-soziales"], entries[1].Sectors.Select(sector => sector.Key));
        Assert.Equal("die zuständigen Stellen der Kammern", entries[3].Progress.Passed?.To);
        Assert.Empty(await stage.NoticesAsync());
    }

    [Fact]
    public void Every_heading_of_the_table_names_its_section()
    {
        var rows = Heading().Matches(Document);

        Assert.Equal(4, rows.Count);
        foreach (Match row in rows)
        {
            var kind = SectionNames.KindOf(row.Groups["name"].Value);
            Assert.NotNull(kind);
            Assert.All(row.Groups["others"].Value.Split(", "), other => Assert.Equal(kind, SectionNames.KindOf(other)));
        }
    }

    [GeneratedRegex("```markdown\n(?<notes>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^\| (?<name>Erkenntnisse|Ergebnisse|Offene Fragen|Anliegen) \| (?<others>.*) \|$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
