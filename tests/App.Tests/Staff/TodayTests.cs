using AngleSharp.Html.Dom;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Staff.Today;
using ThaffFunctions.Tests.Documentation;
using ThaffFunctions.Tests.Insights;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Registration;
using ThaffFunctions.Tests.Registration.Seating;

namespace ThaffFunctions.Tests.Staff;

/// <summary>The start page says what needs a person, and links to where it is done.</summary>
public sealed class TodayTests : SignedIn
{
    private protected override Task<Stage> OpenAsync() =>
        Stage.OpenAsync(new(2026, 9, 10, 8, 0, 0, TimeSpan.Zero), StaffSignIn.On);

    [Fact]
    public async Task With_nothing_to_do_the_page_says_so() =>
        Assert.Contains("Nichts zu tun.", (await staff.SeeAsync("/redaktion")).Body!.TextContent, StringComparison.Ordinal);

    [Theory]
    [InlineData("/redaktion/gibt-es-nicht")]
    [InlineData("/redaktion/termine/a/b/c/d")]
    public async Task Where_there_is_nothing_the_navigation_leads_on(string path)
    {
        var page = await staff.SeeAsync(path, System.Net.HttpStatusCode.NotFound);

        Assert.Equal("Seite nicht gefunden", page.QuerySelector("h1")!.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll("nav.staff a[href='/redaktion/termine']"));
    }

    [Fact]
    public void Each_place_of_the_page_is_taken_by_one_kind() =>
        Assert.Equal(Enum.GetValues<ToDoPlace>(), stage.Service<IEnumerable<ToDoSource>>().Select(source => source.Place).Order());

    [Fact]
    public async Task The_next_session_and_the_mailings_of_the_week_are_told_and_are_no_task()
    {
        await stage.PlanAsync(TestSessions.October);
        await stage.AddActiveAsync("eins@firma.example");
        await stage.AddActiveAsync("zwei@firma.example");
        await stage.RegisterAsync(Person.Ada);

        var page = await staff.SeeAsync("/redaktion");

        Assert.Contains("Nichts zu tun.", page.Body!.TextContent, StringComparison.Ordinal);
        await ExpectAsync(page, "Einladung zu „Sprache im Betrieb“", "geht am 14. September 2026, 09:00 Uhr an 2 Personen");
        await ExpectAsync(page, "Sprache im Betrieb, 5. Oktober 2026, 10:00 Uhr: 1 von 60 Plätzen vergeben");

        stage.Clock.SetUtcNow(TestSessions.October.Start.AddHours(1));
        using var later = await StaffBrowser.OpenAsync(stage);
        Assert.Contains((await later.SeeAsync("/redaktion")).QuerySelectorAll("main li a"), line => line.TextContent.StartsWith(
            "Sprache im Betrieb, läuft seit 5. Oktober 2026, 10:00 Uhr", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_needs_a_person_stands_in_its_order_with_a_way_to_it()
    {
        await stage.PlanAsync(TestSessions.October);
        await stage.PutAsync("programme", "2027.yaml", "kaputt: [");
        await stage.PutAsync("notes", "falsch.md", "Text");
        await stage.Service<QueueServiceClient>().GetQueueClient(Queues.SessionChanges + Queues.Poison).CreateIfNotExistsAsync();
        await stage.Service<QueueServiceClient>().GetQueueClient(Queues.SessionChanges + Queues.Poison).SendMessageAsync("verloren");
        await stage.PutNotesAsync("---\nstatus: entwurf\n---\nNoch nicht.");
        await stage.PublishAsync();
        await stage.RegisterAsync(Person.Ada, null, ("question", "Wer zahlt?"));
        await BounceAsync();
        await stage.DocumentAsync(InsightDesk.Planned("2026-05-kurse") with
        {
            Start = new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero),
            End = new(2026, 5, 4, 10, 0, 0, TimeSpan.Zero),
        }, "## Anliegen\n\n- Mehr Kurse\n");
        var entry = Assert.Single(await stage.EntriesAsync(ThaffFunctions.Programme.SessionId.Parse("2026-05-kurse")));
        var form = $"/redaktion/fragen/{entry.Id}";
        await staff.DoAsync(form, form, ("passedTo", "Ministerium"), ("passedOn", "2026-06-01"), ("answerBy", "2026-08-01"));
        stage.Clock.SetUtcNow(new(2026, 9, 25, 8, 0, 0, TimeSpan.Zero));

        var page = await Stage.EventuallyAsync(async () =>
            await staff.SeeAsync("/redaktion") is var now && now.Body!.TextContent.Contains("falsch.md", StringComparison.Ordinal)
                && now.Body!.TextContent.Contains("2027.yaml", StringComparison.Ordinal) ? now : null);

        Assert.Equal(["Programmdateien mit Fehlern", "Mitschriften und Bilder mit Fehlern", "E-Mails, die nicht ankamen",
            "Liegen gebliebene Vorgänge", "Entwürfe"], page.QuerySelectorAll("h2").Select(heading => heading.TextContent).Take(5));
        Assert.DoesNotContain("Nichts zu tun", page.Body!.TextContent, StringComparison.Ordinal);
        await ExpectAsync(page, "„2027.yaml“ konnte nicht verwendet werden: ");
        await ExpectAsync(page, "1 Person hat eine E-Mail zum Termin nicht bekommen");
        await ExpectAsync(page, "1 Vorgang ist liegen geblieben");
        await ExpectAsync(page, "Sprache im Betrieb: Entwurf der Dokumentation", isThere: false);
        await ExpectAsync(page, "1 Frage an die Runde");
        await ExpectAsync(page, "Mehr Kurse (Antwort von Ministerium erwartet bis 1. August 2026)");

        await stage.PutAsync("programme", "2027.yaml", global::ThaffFunctions.Tests.Programme.ProgrammeFiles.With());
        await Stage.EventuallyAsync(async () =>
            !(await staff.SeeAsync("/redaktion")).Body!.TextContent.Contains("2027.yaml", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Containers.Contacts, "messe.csv", "E-Mail\nkeine Adresse\n", "„messe.csv“", "/redaktion/verteiler")]
    [InlineData(Containers.Programme, "2027.yaml", "kaputt: [", "„2027.yaml“", null)]
    [InlineData(Containers.Notes, "falsch.md", "Text", "„falsch.md“", null)]
    public async Task A_report_that_was_read_is_ticked_off_and_told_again_when_there_is_a_new_one(
        string container, string file, string content, string told, string? kept)
    {
        await stage.PutAsync(container, file, content);
        await UntilToldAsync();

        await staff.DoAsync("/redaktion", "/redaktion/berichte/erledigt");

        var page = await staff.SeeAsync("/redaktion");
        Assert.DoesNotContain(told, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nichts zu tun.", page.Body!.TextContent, StringComparison.Ordinal);
        if (kept is not null) Assert.Contains("messe.csv", (await staff.SeeAsync(kept)).Body!.TextContent, StringComparison.Ordinal);

        await stage.PutAsync(container, file, content + " ");
        await UntilToldAsync();
        var report = StaffBrowser.Filled(StaffBrowser.FormOf(await staff.SeeAsync("/redaktion"), "/redaktion/berichte/erledigt"),
            ("bericht", "kontakte/gibt-es-nicht/1.json"));
        var answer = await StaffBrowser.PageAsync(
            await staff.Http.PostAsync("/redaktion/berichte/erledigt", new FormUrlEncodedContent(report)),
            System.Net.HttpStatusCode.UnprocessableEntity);
        Assert.Contains("gibt es nicht mehr", answer.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);

        Task UntilToldAsync() => Stage.EventuallyAsync(async () =>
            (await staff.SeeAsync("/redaktion")).Body!.TextContent.Contains(told, StringComparison.Ordinal));
    }

    /// <summary>The line is there, and its link leads to a page.</summary>
    async Task ExpectAsync(IHtmlDocument page, string words, string more = "", bool isThere = true)
    {
        var line = Assert.Single(page.QuerySelectorAll("main li a"), link => link.TextContent.Contains(words, StringComparison.Ordinal)
            && link.TextContent.Contains(more, StringComparison.Ordinal));
        if (isThere) await staff.SeeAsync(line.GetAttribute("href")!, line.GetAttribute("href") == "/redaktion/zustand"
            ? System.Net.HttpStatusCode.ServiceUnavailable : System.Net.HttpStatusCode.OK);
    }

    async Task BounceAsync()
    {
        var attendee = Assert.Single((await SeatBook.ReadAsync(stage)).Seated);
        var table = stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations);
        await Stage.EventuallyAsync(async () => (await RowAsync()).GetString("State") == "Delivered");
        var row = await RowAsync();
        row["State"] = "Bounced";
        await table.UpdateEntityAsync(row, Azure.ETag.All, TableUpdateMode.Replace);

        async Task<TableEntity> RowAsync() =>
            (await table.GetEntityAsync<TableEntity>(TestSessions.October.Id.Value, attendee.StateMail!)).Value;
    }
}
