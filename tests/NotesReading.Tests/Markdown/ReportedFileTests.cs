using ThaffFunctions.NotesReading.Markdown;

namespace ThaffFunctions.NotesReading.Tests.Markdown;

/// <summary>Notes that were read wrongly once, as they were reported.</summary>
public sealed class ReportedFileTests
{
    [Theory]
    [InlineData("dates.md", "<h1 id=\"termine\">Termine</h1><p>3. Mai 2027: Treffen in Gera</p><p>17. Juni 2027: Treffen in Suhl</p><h1 "
        + "id=\"ergebnisse\">Ergebnisse</h1><ul><li>Nächste Schritte</li></ul><p>15. März: Liste verschicken<br>22. März: nachfragen</p>")]
    [InlineData("gender-short.md",
        "<h1 id=\"erkenntnisse\">Erkenntnisse</h1><ul><li>Pat*innen und Mentor*innen früh benennen</li><li>Kolleg*innen fragen</li></ul>"
        + "<p>Ein*e Ansprechpartner*in genügt.</p><p><strong>Arbeitgeber*innen</strong> und <em>Bewerber*innen</em> lernen.</p>")]
    [InlineData("table-line-after.md",
        "<h1 id=\"zahlen\">Zahlen</h1><table><thead><tr><th scope=\"col\">Branche</th><th scope=\"col\" class=\"end\">Fälle</th></tr>"
        + "</thead><tbody><tr><td>Handwerk</td><td class=\"end\">12</td></tr></tbody></table>"
        + "<p>Quelle: Zählung der Runde</p>")]
    public void Reported_notes_are_read_as_their_author_meant(string file, string expected)
    {
        var (markup, remarks) = Read(file);

        Assert.Empty(remarks.Problems);
        Assert.Equal(expected, markup);
    }

    [Fact]
    public void Headings_without_a_space_are_told_with_their_lines()
    {
        var (_, remarks) = Read("hash.md");

        Assert.Equal([(1, "„#Erkenntnisse“"), (5, "„##Offene Fragen“")],
            remarks.Hints.Select(hint => (hint.Line!.Value, hint.Text[..(hint.Text.IndexOf('“', StringComparison.Ordinal) + 1)])));
    }

    [Fact]
    public void Decomposed_letters_are_composed()
    {
        var (markup, _) = Read("nfd.md");

        Assert.True(markup.IsNormalized());
        Assert.Contains("Größere Übungen für Pflegekräfte nützen Ämtern", markup, StringComparison.Ordinal);
        Assert.Contains("<p>3. Mai 2027: nächstes Treffen</p><p>17. Juni 2027: übernächstes Treffen</p>", markup, StringComparison.Ordinal);
    }

    static (string Markup, Remarks Remarks) Read(string file)
    {
        var remarks = new Remarks();
        var notes = new MarkdownNotes().Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Reported", file)), "Ein Termin",
            remarks)!;
        return (Tests.Markup.Of(notes.Compose(new Dictionary<string, Picture>())), remarks);
    }
}
