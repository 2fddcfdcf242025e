using System.Net;
using ThaffFunctions.Insights;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Tests.Insights;

public sealed class QuestionsPageTests : IAsyncLifetime
{
    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync();
        await stage.DocumentAsync(InsightDesk.Planned("2026-10-sprache", "Sprache", "Sprache im Betrieb"), """
            ## Offene Fragen

            - Wer zahlt <b>Kurse</b>?
              - Branche: Handwerk
            - Wo sind Räume?
              - Beantwortet im Termin 2027-01-wohnen

            ## Anliegen

            - Mehr Kurse auf dem Land.
              - Weitergegeben an das Landesamt am 12.10.2026
            - Kleinere Gruppen.
            """);
        await stage.DocumentAsync(
            InsightDesk.Planned("2027-01-wohnen", "Ankommen",
                "Wohnen & Ankommen") with
            { Start = new(2027, 1, 12, 9, 0, 0, TimeSpan.Zero) }, """
            ## Erkenntnisse

            - Das steht nicht im Fragenregister.

            ## Offene Fragen

            - Wer bürgt?
              - Branche: Pflege
            - Wer meldet um?
            """);
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Theory]
    [InlineData("", "Wer bürgt?|Wer meldet um?|Wer zahlt <b>Kurse</b>?")]
    [InlineData("?jahr=2026", "Wer zahlt <b>Kurse</b>?")]
    [InlineData("?jahr=&schwerpunkt=&branche=", "Wer bürgt?|Wer meldet um?|Wer zahlt <b>Kurse</b>?")]
    [InlineData("?schwerpunkt=ankommen", "Wer bürgt?|Wer meldet um?")]
    [InlineData("?branche=handwerk", "Wer zahlt <b>Kurse</b>?")]
    [InlineData("?branche=uebergreifend", "Wer meldet um?")]
    [InlineData("?branche=handwerk&jahr=2027", "")]
    [InlineData("?stand=beantwortet", "Wo sind Räume?")]
    [InlineData("?stand=alle&jahr=2026", "Wer zahlt <b>Kurse</b>?|Wo sind Räume?")]
    [InlineData("?art=anliegen", "Mehr Kurse auf dem Land.|Kleinere Gruppen.")]
    [InlineData("?art=alle&stand=alle&schwerpunkt=Sprache",
        "Wer zahlt <b>Kurse</b>?|Wo sind Räume?|Mehr Kurse auf dem Land.|Kleinere Gruppen.")]
    [InlineData("?art=unfug&stand=unfug&branche=unfug&jahr=unfug", "Wer bürgt?|Wer meldet um?|Wer zahlt <b>Kurse</b>?")]
    [InlineData("?schwerpunkt=%3Cscript%3E", "")]
    [InlineData("?jahr=99999999999999999999", "Wer bürgt?|Wer meldet um?|Wer zahlt <b>Kurse</b>?")]
    public async Task What_is_shown(string query, string expected)
    {
        var html = await stage.Http.GetStringAsync($"/dokumentation/fragen{query}");

        var shown = System.Text.RegularExpressions.Regex.Matches(html, "<p class=\"says\">(.*?)</p>")
            .Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));
        Assert.Equal(expected, string.Join('|', shown));
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_what_became_of_a_question()
    {
        var html = WebUtility.HtmlDecode(await stage.Http.GetStringAsync("/dokumentation/fragen?art=alle&stand=alle"));

        Assert.Contains("Weitergegeben an das Landesamt am 12. Oktober 2026.", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/termine/2027-01-wohnen\">„Wohnen & Ankommen“</a>", html, StringComparison.Ordinal);
        Assert.Contains(">weitergegeben<", html, StringComparison.Ordinal);
        Assert.Contains(">aufgenommen<", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_offers_what_there_is_keeps_what_was_chosen_and_has_names_for_everything()
    {
        var html = WebUtility.HtmlDecode(await stage.Http.GetStringAsync("/dokumentation/fragen?jahr=2026&branche=handwerk"));

        Assert.Contains("<option value=\"2026\" selected>", html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"handwerk\" selected>", html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Ankommen\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<option value=\"bau\"", html, StringComparison.Ordinal);
        foreach (var field in new[] { "art", "stand", "jahr", "schwerpunkt", "branche" })
        {
            Assert.Contains($"<label for=\"{field}\">", html, StringComparison.Ordinal);
            Assert.Contains($"<select id=\"{field}\" name=\"{field}\">", html, StringComparison.Ordinal);
        }

        Assert.Contains("href=\"/dokumentation/fragen\"", await stage.Http.GetStringAsync("/dokumentation"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?jahr=2031", "value=\"2031\" selected")]
    [InlineData("?schwerpunkt=Gibt+es+nicht+mehr", "value=\"Gibt es nicht mehr\" selected")]
    [InlineData("?branche=handel", "value=\"handel\" selected")]
    public async Task What_was_chosen_and_finds_nothing_is_still_shown_as_chosen(string query, string expected)
    {
        var html = WebUtility.HtmlDecode(await stage.Http.GetStringAsync($"/dokumentation/fragen{query}"));

        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.Contains("Dazu gibt es keinen Eintrag.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_register_says_so()
    {
        await using var empty = await Stage.OpenAsync();

        Assert.Contains("Dazu gibt es keinen Eintrag.", await empty.Http.GetStringAsync("/dokumentation/fragen"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_has_an_end_and_says_how_many_more_there_are()
    {
        var start = DateTimeOffset.UnixEpoch;
        var register = Enumerable.Range(1, 9).Select(month =>
        {
            var id = SessionId.Parse($"2027-0{month}-termin")!.Value;
            return new SessionInsights(
                new(id, "Termin", "", start.AddMonths(month)),
                [.. Enumerable.Range(0, 30)
                    .Select(number => new Insight(new(id, $"{number}"), InsightKind.OpenQuestion, "Frage?", [], Progress.None))]);
        }).ToList();

        var model = ThaffFunctions.Insights.Pages.QuestionsModel.Of(register, QuestionFilter.Default, new Dictionary<SessionId, string>());

        Assert.Equal((200, 70), (model.Count, model.Left));
        Assert.Equal("2027-09-termin", model.Sessions[0].Source.Id.Value);
    }
}
