using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using ThaffFunctions.Programme;
using ThaffFunctions.Programme.Import;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Programme.Staff;

public sealed class ProgrammeFilePagesTests : SignedIn
{
    const string Files = "/redaktion/termine/datei";
    const string Session = "/redaktion/termine/2027-03-anerkennung";

    [Fact]
    public async Task The_difference_is_seen_before_anything_is_applied()
    {
        await ApplyAsync(ProgrammeFiles.With());

        var shown = await CompareAsync(ProgrammeFiles.With(("title", "Neu"), ("seats", "80")));

        Assert.Contains("0 Termine neu, 1 Termin geändert", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal([("Titel", "Anerkennung", "Neu"), ("Plätze", "60", "80")], shown.QuerySelectorAll("tbody tr").Select(row =>
            (row.Children[0].TextContent, row.Children[1].TextContent, row.Children[2].TextContent)));
        Assert.Equal("Anerkennung", (await StoredAsync()).Title);

        await SubmitAsync(shown);
        Assert.Equal(("Neu", 80), ((await StoredAsync()).Title, (await StoredAsync()).Seats));
        Assert.Contains("Nichts ändert sich", (await CompareAsync(ProgrammeFiles.With(("title", "Neu"), ("seats", "80")))).Body!.TextContent,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-03-09", "2027-03-13", "ist an einem Wochenende")]
    [InlineData("2027-03-09", "2020-03-09", "liegt in der Vergangenheit")]
    [InlineData("2020-03-09", "2027-03-09", "hat schon stattgefunden und wird auf Dienstag, 9. März 2027 verlegt")]
    public async Task What_looks_like_a_mistake_is_told_before_it_is_applied(string before, string after, string told)
    {
        await ApplyAsync(ProgrammeFiles.With(("date", before)));

        var shown = await CompareAsync(ProgrammeFiles.With(("date", after)));

        Assert.Contains(told, Assert.Single(shown.QuerySelectorAll(".notice.warn li")).TextContent, StringComparison.Ordinal);
    }

    /// <summary>Who moves a session seldom thinks of the day on which its registration ends.</summary>
    [Fact]
    public async Task A_session_that_is_moved_while_its_registration_ends_as_before_is_told_of_in_file_and_form()
    {
        var former = ("registrationCloses", "2027-03-08 18:00");
        await ApplyAsync(ProgrammeFiles.With(("date", "2027-03-09"), former));
        const string Told = "ist verschoben, aber die Anmeldung endet wie bisher: Montag, 8. März 2027, 18:00 Uhr.";

        var shown = await CompareAsync(ProgrammeFiles.With(("date", "2027-03-16"), former));
        Assert.Contains(Told, Assert.Single(shown.QuerySelectorAll(".notice.warn li")).TextContent, StringComparison.Ordinal);

        var path = $"/redaktion/termine/{(await StoredAsync()).Id}";
        Assert.Contains(Told, (await staff.DoAsync(path, path, ("date", "2027-03-16"))).QuerySelector("[role=status]")!.TextContent,
            StringComparison.Ordinal);
        Assert.DoesNotContain("wie bisher", (await staff.DoAsync(path, path, ("date", "2027-03-17"), ("registrationCloses", "2027-03-15T18:00")))
            .QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_tells_what_a_file_holds_and_leads_to_the_year_of_what_it_changed()
    {
        var help = (await staff.SeeAsync(Files)).QuerySelector("main")!;
        foreach (var field in Enum.GetValues<SessionField>())
            Assert.Contains(help.QuerySelectorAll("li"),
                line => line.TextContent.StartsWith(FieldNames.NameOf(field, german: true), StringComparison.Ordinal));
        var pattern = await staff.Http.GetStringAsync(help.QuerySelector("a[href$='.csv']")!.GetAttribute("href"));
        Assert.Contains("Kennung;Titel", pattern, StringComparison.Ordinal);

        var shown = await CompareAsync(ProgrammeFiles.With());
        Assert.Contains("Termine, die nicht in der Datei stehen, bleiben", shown.Body!.TextContent, StringComparison.Ordinal);
        var form = StaffBrowser.FormOf(shown, Files + "/uebernehmen");
        var applied = await staff.Http.PostAsync(Files + "/uebernehmen", new FormUrlEncodedContent(StaffBrowser.Filled(form)));
        var list = await staff.SeeAsync(applied.Headers.Location!.OriginalString);

        Assert.Equal("Anerkennung", list.QuerySelector("tbody th")!.TextContent);
        Assert.Equal("Die Datei ist übernommen: 1 Termin neu, 0 Termine geändert, 0 Termine unverändert.",
            list.QuerySelector("[role=status]")!.TextContent);
    }

    [Fact]
    public async Task A_file_with_problems_is_told_where_and_cannot_be_applied()
    {
        var shown = await CompareAsync(ProgrammeFiles.With(("seats", "keine")));
        Assert.Contains("Zeile 8, Feld „seats“", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(shown.QuerySelectorAll("form[method=post]"));

        var none = await staff.Http.PostAsync(Files, await FormAsync(null));
        Assert.NotNull((await StaffBrowser.PageAsync(none, HttpStatusCode.UnprocessableEntity)).QuerySelector("#datei-error"));
    }

    [Fact]
    public async Task What_changed_since_the_difference_was_shown_is_shown_first()
    {
        await ApplyAsync(ProgrammeFiles.With());
        var shown = await CompareAsync(ProgrammeFiles.With(("title", "Neu")));
        await ApplyAsync(ProgrammeFiles.With(("title", "Anders")));

        var form = StaffBrowser.FormOf(shown, Files + "/uebernehmen");
        var answer = await staff.Http.PostAsync(Files + "/uebernehmen", new FormUrlEncodedContent(StaffBrowser.Filled(form)));

        var again = await StaffBrowser.PageAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("inzwischen geändert", again.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Anders", again.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        await SubmitAsync(again);
        Assert.Equal("Neu", (await StoredAsync()).Title);
    }

    [Fact]
    public async Task An_edit_survives_the_next_import_until_the_file_says_something_new_of_its_field()
    {
        await ApplyAsync(ProgrammeFiles.With());
        await staff.DoAsync(Session, Session, ("title", "Bearbeitet"), ("seats", "70"));
        Assert.Contains("in der Datei „Anerkennung“", (await staff.SeeAsync(Session)).Body!.TextContent, StringComparison.Ordinal);

        var shown = await CompareAsync(ProgrammeFiles.With(("place", "Gera"), ("seats", "90")));
        await SubmitAsync(shown);

        var stored = await StoredAsync();
        Assert.Equal(("Bearbeitet", "Gera", 90), (stored.Title, stored.Place, stored.Seats));
        string[] cases =
        [
            "2027-03-anerkennung, Titel: Die Bearbeitung „Bearbeitet“ gilt weiter; in der zuvor übernommenen Datei stand auch schon „Anerkennung“. "
            + "Soll das gelten, ändern Sie es auf der Seite des Termins.",
            "2027-03-anerkennung, Plätze: Die Datei sagt jetzt „90“; das gilt anstelle der Bearbeitung „70“.",
        ];
        foreach (var found in cases) Assert.Contains(found, shown.Body!.TextContent, StringComparison.Ordinal);
        var mail = await Stage.EventuallyAsync(async () =>
            (await stage.MailsAsync()).FirstOrDefault(mail => mail.Text.Contains("Bearbeitet in der Redaktion", StringComparison.Ordinal)));
        foreach (var found in cases) Assert.Contains(found, mail.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);

        await stage.FireAsync("ReconcileProgramme");
        Assert.Equal("Bearbeitet", (await StoredAsync()).Title);
        await ApplyAsync(ProgrammeFiles.With(("title", "Wieder neu"), ("place", "Gera"), ("seats", "90")));
        Assert.Equal("Wieder neu", (await StoredAsync()).Title);
        Assert.Empty((await staff.SeeAsync(Session)).QuerySelectorAll(".notice li"));
    }

    [Fact]
    public async Task A_file_that_changes_nothing_beside_what_was_edited_says_that_the_edits_hold()
    {
        await ApplyAsync(ProgrammeFiles.With());
        await staff.DoAsync(Session, Session, ("title", "Bearbeitet"));

        var page = await CompareAsync(ProgrammeFiles.With());

        var shown = page.Body!.TextContent;
        Assert.Contains("bleiben, wie sie hier bearbeitet wurden. Zu übernehmen ist also nichts.", shown, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll($"form[action='{Files}/uebernehmen']"));
        Assert.Contains("Die Bearbeitung „Bearbeitet“ gilt weiter", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_programme_as_a_file_imports_without_a_difference()
    {
        await ApplyAsync(ProgrammeFiles.With(("title", "\"=1+1\""), ("description", "\"- eins\\n- zwei\""), ("sectors", "[bau, it]"),
            ("onlineLink", "https://meet.example/raum"), ("seatsOnline", "40")));

        foreach (var name in new[] { "programm.yaml", "programm.csv" })
        {
            var bytes = await staff.Http.GetByteArrayAsync($"/redaktion/termine{System.IO.Path.GetExtension(name)}");
            var shown = await StaffBrowser.PageAsync(await staff.Http.PostAsync(Files, await FormAsync(bytes, name)), HttpStatusCode.OK);
            Assert.Contains("Nichts ändert sich", shown.Body!.TextContent, StringComparison.Ordinal);
        }

        var csv = await staff.Http.GetStringAsync("/redaktion/termine.csv?jahr=2027");
        Assert.Contains(";'=1+1;", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Anerkennung", await staff.Http.GetStringAsync("/redaktion/termine.yaml?jahr=2026"), StringComparison.Ordinal);
    }

    async Task ApplyAsync(string yaml) => await SubmitAsync(await CompareAsync(yaml));

    async Task<IHtmlDocument> CompareAsync(string yaml) => await StaffBrowser.PageAsync(
        await staff.Http.PostAsync(Files, await FormAsync(Encoding.UTF8.GetBytes(yaml), "2027.yaml")), HttpStatusCode.OK);

    async Task SubmitAsync(IHtmlDocument shown)
    {
        var form = StaffBrowser.FormOf(shown, Files + "/uebernehmen");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in StaffBrowser.Filled(form)) content.Add(new StringContent(value), name);
        var answer = await staff.Http.PostAsync(Files + "/uebernehmen", content);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
    }

    async Task<MultipartFormDataContent> FormAsync(byte[]? file, string name = "")
    {
        var content = new MultipartFormDataContent();
        foreach (var (field, value) in StaffBrowser.Filled(StaffBrowser.FormOf(await staff.SeeAsync(Files), Files)))
            content.Add(new StringContent(value), field);
        if (file is not null) content.Add(new ByteArrayContent(file), "datei", name);
        return content;
    }

    async Task<Session> StoredAsync() =>
        (await stage.Service<ProgrammeQuery>().FindAsync(SessionId.Parse("2027-03-anerkennung")!.Value, default))!;
}
