using System.Net;
using ThaffFunctions.Insights;
using ThaffFunctions.Tests.Documentation;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Insights.Staff;

/// <summary>What staff record of questions and concerns, beside what the notes say.</summary>
public sealed class RecordInsightTests : SignedIn
{
    const string List = "/redaktion/fragen";

    const string Notes = """
        ## Offene Fragen

        - Wer trägt die Kosten der Übersetzung?
          - Weitergegeben an die Kammer am 10.10.2026
        - Wo gibt es Kurse am Abend?
        """;

    string first = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        first = $"{List}/{(await stage.EntriesAsync())[0].Id}";
    }

    private protected override async Task<Stage> OpenAsync()
    {
        var stage = await Stage.OpenAsync(new(2026, 10, 20, 8, 0, 0, TimeSpan.Zero), NotesDesk.Impatient);
        await stage.DocumentAsync(TestSessions.October, Notes);
        return stage;
    }

    [Fact]
    public async Task What_was_recorded_stands_beside_the_notes_and_survives_every_new_version_of_them()
    {
        await staff.DoAsync(first, first, ("passedTo", "das Landesamt"), ("passedOn", "2026-10-12"), ("answerBy", "2026-10-19"));

        var list = await staff.SeeAsync(List);
        var text = list.Body!.TextContent;
        foreach (var told in new[] { "Mitschrift: weitergegeben an die Kammer", "Redaktion: weitergegeben an das Landesamt", "Antwort überfällig" })
            Assert.Contains(told, text, StringComparison.Ordinal);
        Assert.Contains("Weitergegeben an das Landesamt am 12. Oktober 2026", await PublicAsync(), StringComparison.Ordinal);

        await stage.DocumentAsync(TestSessions.October, Notes.Replace("10.10.2026", "15.10.2026", StringComparison.Ordinal));
        Assert.Contains("Weitergegeben an die Kammer am 15. Oktober 2026", await PublicAsync(), StringComparison.Ordinal); // the later date

        await staff.DoAsync(first, first, ("answer", "Der Betrieb."), ("answeredBy", "das Ministerium"), ("answeredOn", "2026-10-18"));
        await stage.DocumentAsync(TestSessions.October, "## Offene Fragen\n\n- Etwas ganz anderes?");
        Assert.Contains("Nicht mehr in der Mitschrift", (await staff.SeeAsync(List)).Body!.TextContent, StringComparison.Ordinal);
        await stage.DocumentAsync(TestSessions.October, Notes);
        Assert.Contains("Antwort von das Ministerium vom 18. Oktober 2026", await PublicAsync("beantwortet"), StringComparison.Ordinal);

        await staff.DoAsync(first, first, ("answer", ""), ("answeredBy", ""), ("answeredOn", ""), ("passedTo", ""), ("passedOn", ""),
            ("answerBy", ""));
        Assert.Equal("die Kammer", (await stage.EntriesAsync())[0].Progress.Passed!.To);
        Assert.Equal(Progress.None, (await stage.EntriesAsync())[0].Recorded);
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_of_two_people_at_once_the_second_sees_what_the_first_recorded()
    {
        var wrong = await StaffBrowser.PageAsync(
            await staff.PostAsync(first, first, ("passedTo", "die Kammer"), ("answeredOn", "2026-12-24"), ("passedOn", "bald")),
            HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["#passedOn", "#answeredOn", "#answer"], wrong.QuerySelectorAll(".problems a").Select(link => link.GetAttribute("href")));
        Assert.Equal("die Kammer", wrong.QuerySelector("#passedTo")!.GetAttribute("value"));
        var early = await StaffBrowser.PageAsync(await staff.PostAsync(first, first, ("passedTo", "die Kammer"), ("passedOn", "2026-10-04")),
            HttpStatusCode.UnprocessableEntity);
        Assert.EndsWith("Möglich ist ein Tag ab dem 5. Oktober 2026.", early.QuerySelector("#passedOn-error")!.TextContent,
            StringComparison.Ordinal);

        var stale = StaffBrowser.FormOf(await staff.SeeAsync(first), first);
        await staff.DoAsync(first, first, ("passedTo", "das Landesamt"), ("passedOn", "2026-10-12"));
        var second = await StaffBrowser.PageAsync(
            await staff.Http.PostAsync(first, new FormUrlEncodedContent(
                StaffBrowser.Filled(stale, ("passedTo", "der Landkreis"), ("passedOn", "2026-10-13")))),
            HttpStatusCode.UnprocessableEntity);

        Assert.Contains("weitergegeben an das Landesamt", second.QuerySelector("#stand")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("der Landkreis", second.QuerySelector("#passedTo")!.GetAttribute("value"));
        var again = StaffBrowser.FormOf(second, first);
        Assert.Equal(HttpStatusCode.SeeOther,
            (await staff.Http.PostAsync(first, new FormUrlEncodedContent(StaffBrowser.Filled(again)))).StatusCode);
        Assert.Equal("der Landkreis", (await stage.EntriesAsync())[0].Progress.Passed!.To);
        await staff.SeeAsync($"{List}/{NotesDesk.Session}.gibtesnicht", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_was_asked_owes_an_answer_though_the_notes_do_not_ask_any_more_and_answers_after_being_asked()
    {
        var early = await StaffBrowser.PageAsync(await staff.PostAsync(first, first, ("passedTo", "das Landesamt"), ("passedOn", "2026-10-12"),
            ("answer", "Der Betrieb."), ("answeredOn", "2026-10-11")), HttpStatusCode.UnprocessableEntity);
        Assert.Contains("vor der Weitergabe am 12. Oktober 2026", early.QuerySelector("#answeredOn-error")!.TextContent, StringComparison.Ordinal);
        var empty = await StaffBrowser.PageAsync(await staff.PostAsync(first, first), HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(empty.QuerySelector("#passedTo-error"));

        await staff.DoAsync(first, first, ("passedTo", "das Landesamt"), ("passedOn", "2026-10-12"), ("answerBy", "2026-10-19"));
        await stage.DocumentAsync(TestSessions.October, "## Offene Fragen\n\n- Etwas ganz anderes?");

        Assert.Contains("Antwort überfällig", (await staff.SeeAsync(List)).QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.Contains("Antwort von das Landesamt erwartet bis 19. Oktober 2026", (await staff.SeeAsync("/redaktion")).Body!.TextContent,
            StringComparison.Ordinal);
    }

    async Task<string> PublicAsync(string state = "offen") => WebUtility.HtmlDecode(
        await stage.Http.GetStringAsync($"/dokumentation/fragen?art=fragen&stand={state}"));
}
