using AccessiblePdf.Model;
using ThaffFunctions.Documentation;
using ThaffFunctions.Insights;
using ThaffFunctions.Insights.Reading;
using ThaffFunctions.NotesReading;
using static ThaffFunctions.NotesReading.Tests.Word.Docx;

namespace ThaffFunctions.Tests.Insights;

/// <summary>Sections of insights are found however their headings were numbered.</summary>
public sealed class WordInsightTests
{
    const string Numbered = "<w:numPr><w:numId w:val=\"8\"/></w:numPr>";
    const string Item = "<w:numPr><w:numId w:val=\"1\"/></w:numPr>";

    public static TheoryData<string, string> Ways => new()
    {
        { "by the style's numbering",
            P("Ausgangslage", "berschrift1", Numbered) + P("Text") + P("Erkenntnisse", "berschrift1", Numbered) + P("Früh fragen hilft.")
                + P("Offene Fragen", "berschrift1", Numbered) + P("Wer zahlt?") },
        { "by hand", P("1. Ausgangslage", "berschrift1") + P("Text") + P("2. Erkenntnisse", "berschrift1") + P("Früh fragen hilft.")
            + P("3. Offene Fragen", "berschrift1") + P("Wer zahlt?") },
        { "by hand and in bold only",
            P("1. Ausgangslage", "Fettdruck") + P("Text") + P("2. Erkenntnisse", "Fettdruck") + P("Früh fragen hilft.")
                + P("3. Offene Fragen", "Fettdruck") + P("Wer zahlt?") },
        { "as items in bold", P("Ausgangslage", "Fettdruck", Item) + P("Text") + P("Erkenntnisse", "Fettdruck", Item)
            + P("Früh fragen hilft.") + P("Offene Fragen", "Fettdruck", Item) + P("Wer zahlt?") },
        { "with items below", P("Ausgangslage", "Fettdruck", Item) + P("Text") + P("Erkenntnisse", "Fettdruck", Item)
            + Li("Früh fragen hilft.", 2) + P("Offene Fragen", "Fettdruck", Item) + Li("Wer zahlt?", 2) },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_numbered_heading_names_its_section(string way, string body)
    {
        var found = InsightSections.Of(Read(Of(body))).Insights;

        Assert.True(found.Select(insight => (insight.Kind, insight.Text))
            .SequenceEqual([(InsightKind.Finding, "Früh fragen hilft."), (InsightKind.OpenQuestion, "Wer zahlt?")]), way);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_bullet_typed_in_a_list_or_before_a_single_entry_is_no_part_of_it(bool isList)
    {
        var typed = new[] { "- Die Behörde möge antworten.", "– Das Amt möge helfen." }.Take(isList ? 2 : 1).ToList();
        var body = P("Anliegen", "berschrift1") + string.Concat(typed.Select(line => isList ? Li(line, 2) : P(line)));

        Assert.Equal(typed.Select(line => line[2..]), InsightSections.Of(Read(Of(body))).Insights.Select(insight => insight.Text));
    }

    static IReadOnlyList<Block> Read(byte[] file) => NotesFormats.All(DocumentationSlice.Reading)
        .Single(format => format.Extension == ".docx").Parse(file, "Sprache im Betrieb", new())!.Compose(
        new Dictionary<string, Picture>()).Blocks;
}
