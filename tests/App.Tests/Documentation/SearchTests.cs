using System.Net;
using System.Text;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Insights;

namespace ThaffFunctions.Tests.Documentation;

public sealed class SearchTests : IAsyncLifetime
{
    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync();
        await stage.DocumentAsync(InsightDesk.Planned("2026-10-sprache", "Sprachförderung", "Deutsch im Betrieb"),
            "Über Prüfungen[^1] der Größe B1 schrieb René Müller.\n\n| Ort | Café |\n|---|---|\n| Gera | Bäckerei |\n\n[^1]: "
            + "Nachzulesen im Merkblatt.");
        await stage.DocumentAsync(InsightDesk.Planned("2027-01-wohnen", "Ankommen", "Wohnen"),
            "## Offene Fragen\n\n- Wer bürgt, wenn die Kaution fehlt?".Normalize(NormalizationForm.FormD));
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Theory]
    [InlineData("deutsch", "2026-10-sprache")]
    [InlineData("SPRACHFÖRDERUNG", "2026-10-sprache")]
    [InlineData("sprachfoerderung", "2026-10-sprache")]
    [InlineData("sprachforderung", "2026-10-sprache")]
    [InlineData("förderung", "2026-10-sprache")]
    [InlineData("pruefung", "2026-10-sprache")]
    [InlineData("pru\u0308fung", "2026-10-sprache")]
    [InlineData("grösse", "2026-10-sprache")]
    [InlineData("rene mueller", "2026-10-sprache")]
    [InlineData("muller b1", "2026-10-sprache")]
    [InlineData("café bäckerei", "2026-10-sprache")]
    [InlineData("merkblatt", "2026-10-sprache")]
    [InlineData("kaution", "2027-01-wohnen")]
    [InlineData("bürgt", "2027-01-wohnen")] // decomposed in the notes
    [InlineData("bu\u0308rgt", "2027-01-wohnen")]
    [InlineData("e", "2027-01-wohnen 2026-10-sprache")]
    [InlineData("  ", "2027-01-wohnen 2026-10-sprache")]
    [InlineData("kaution prüfung", "")]
    [InlineData("?!", "")]
    [InlineData("kaution \uFFFE", "2027-01-wohnen")]
    [InlineData("' or PartitionKey ne '", "")]
    public async Task Words_find_title_focus_and_text_however_they_are_typed(string words, string expected) =>
        Assert.Equal(expected, string.Join(' ', await FindAsync($"?q={Uri.EscapeDataString(words)}")));

    [Fact]
    public async Task What_is_too_long_is_cut_even_amid_a_character() =>
        Assert.Equal(["2027-01-wohnen"], await FindAsync($"?q={Uri.EscapeDataString("kaution".PadRight(99) + "😀")}"));

    [Theory]
    [InlineData("?jahr=2026", "2026-10-sprache")]
    [InlineData("?jahr=2027&q=kaution", "2027-01-wohnen")]
    [InlineData("?jahr=2026&q=kaution", "")]
    [InlineData("?jahr=&q=", "2027-01-wohnen 2026-10-sprache")]
    [InlineData("?jahr=unfug", "2027-01-wohnen 2026-10-sprache")]
    [InlineData("?q=kaution&q=wohnen", "2027-01-wohnen")]
    public async Task A_year_narrows_what_is_shown(string query, string expected) =>
        Assert.Equal(expected, string.Join(' ', await FindAsync(query)));

    [Fact]
    public async Task What_was_typed_stays_in_the_field_escaped_and_the_answer_is_said_in_words()
    {
        var html = await stage.Http.GetStringAsync($"/dokumentation?q={Uri.EscapeDataString("<script>\"x")}");

        Assert.Contains("value=\"&lt;script&gt;&quot;x\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Contains("Keine Dokumentation zu „&lt;script&gt;&quot;x“ gefunden.", html, StringComparison.Ordinal);
        Assert.Contains("Eine Dokumentation zu „Kaution“ im Jahr 2027 gefunden.",
            await stage.Http.GetStringAsync("/dokumentation?q=Kaution&jahr=2027"), StringComparison.Ordinal);
        Assert.Contains("<option value=\"2031\" selected>", await stage.Http.GetStringAsync("/dokumentation?q=Kaution&jahr=2031"),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await stage.Http.GetAsync($"/dokumentation?q={new string('x', 4000)}")).StatusCode);
    }

    [Fact]
    public async Task Replaced_words_are_found_no_more_and_withdrawn_documentation_neither()
    {
        await stage.PutAsync(Containers.Notes, "2027-01-wohnen/notes.md", "Jetzt geht es um Bürgschaften.");
        await stage.Service<SessionPublisher>().PublishAsync(InsightDesk.Planned("2027-01-wohnen").Id, TimeSpan.Zero, default);
        Assert.Empty(await FindAsync("?q=kaution"));
        Assert.Single(await FindAsync("?q=Bürgschaft"));

        await stage.PutAsync(Containers.Notes, "2027-01-wohnen/notes.md", "---\nstatus: entwurf\n---\nBürgschaft");
        await stage.Service<SessionPublisher>().PublishAsync(InsightDesk.Planned("2027-01-wohnen").Id, TimeSpan.Zero, default);
        Assert.Empty(await FindAsync("?q=Bürgschaft"));
    }

    [Fact]
    public async Task Very_long_notes_are_published_and_found_by_their_first_thousands_of_words()
    {
        var words = string.Join(' ', Enumerable.Range(0, 20_000).Select(number => $"wort{number}ü"));
        await stage.DocumentAsync(InsightDesk.Planned("2027-02-lang"), words);

        Assert.Single(await FindAsync("?q=wort2000ue"));
        Assert.True((await stage.Service<PublishedStore>().FindAsync(DocumentPath.Of(InsightDesk.Planned("2027-02-lang").Id),
            default))!.Edition!.Words.Length <= 32_000);
    }

    async Task<IEnumerable<string>> FindAsync(string query)
    {
        var html = await stage.Http.GetStringAsync($"/dokumentation{query}");
        return System.Text.RegularExpressions.Regex.Matches(html, "<h3><a href=\"/dokumentation/([^\"]+)\"")
            .Select(match => match.Groups[1].Value);
    }
}
