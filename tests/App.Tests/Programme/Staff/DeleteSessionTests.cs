using System.Net;
using AngleSharp.Html.Dom;
using Azure.Data.Tables;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Campaigns;
using ThaffFunctions.Tests.Registration;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Programme.Staff;

/// <summary>A session that was entered by mistake is deleted as long as nobody can know of it.</summary>
public sealed class DeleteSessionTests : SignedIn
{
    const string Id = "2026-10-sprache-im-betrieb", FromFile = "2027-03-anerkennung";
    const string Path = "/redaktion/termine/" + Id, Delete = Path + "/loeschen";

    [Fact]
    public async Task A_session_is_deleted_when_that_was_confirmed_and_is_nowhere_any_more()
    {
        await stage.PlanAsync(TestSessions.October);
        await stage.Service<CampaignStore>().AddAsync( // held in time, so that nobody was invited
            Campaign.Plan(CampaignId.Invitation(TestSessions.October.Id), stage.Clock.GetUtcNow()).Hold()!, default);

        var asked = await StaffBrowser.PageAsync(await staff.PostAsync(Path, Delete), HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(asked.QuerySelector(".problems a[href='#weg']"));
        Assert.Equal(HttpStatusCode.OK, (await stage.Http.GetAsync($"/termine/{Id}")).StatusCode);

        var done = await staff.DoAsync(Path, Delete, ("weg", "ja"));

        Assert.Equal("Der Termin „Sprache im Betrieb“ ist gelöscht.", done.QuerySelector("[role=status]")!.TextContent);
        Assert.Null(done.QuerySelector($"a[href^='{Path}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Http.GetAsync($"/termine/{Id}")).StatusCode);
        foreach (var place in new[] { "/programm.json", "/programm.ics", "/redaktion/termine.csv", "/redaktion/aussendungen" })
            Assert.DoesNotContain("Sprache im Betrieb", await staff.Http.GetStringAsync(place), StringComparison.Ordinal);
        await staff.SeeAsync(Path, HttpStatusCode.NotFound);
        Assert.Contains("Termin gelöscht", (await staff.SeeAsync("/redaktion/protokoll")).QuerySelector("tbody")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stage.RegisterAsync(Person.Ada)).StatusCode);
        Assert.Equal(1, await RowsAsync());
    }

    public static TheoryData<string, string> Ties => new()
    {
        { "registered", "Dafür hat sich schon jemand angemeldet." },
        { "cancelled", "Dafür hat sich schon jemand angemeldet." },
        { "mailed", "Dazu sind schon E-Mails hinausgegangen." },
        { "announced", "Dazu gibt es eine Mitteilung." },
        { "noted", "Dazu gibt es eine Mitschrift, Bilder, Material oder eine Dokumentation." },
    };

    [Theory]
    [MemberData(nameof(Ties))]
    public async Task What_somebody_knows_of_is_cancelled_and_not_deleted(string tie, string told)
    {
        await stage.PlanAsync(TestSessions.October);
        var open = await staff.SeeAsync(Path); // the page was open before

        await TieAsync(tie);

        var page = await staff.SeeAsync(Path);
        Assert.Empty(page.QuerySelectorAll($"form[action='{Delete}']"));
        Assert.Contains("fällt er aus, sagen Sie ihn ab", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("main li"), line => line.TextContent == told);
        var form = StaffBrowser.FormOf(open, Delete);
        var refused = await StaffBrowser.PageAsync(await staff.Http.PostAsync(Delete,
            new FormUrlEncodedContent(StaffBrowser.Filled(form, ("weg", "ja")))), HttpStatusCode.UnprocessableEntity);
        Assert.Contains($"Gelöscht wurde nichts. {told}", refused.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await stage.Http.GetAsync($"/termine/{Id}")).StatusCode);
    }

    [Fact]
    public async Task A_session_that_a_visitor_got_into_while_it_was_deleted_is_put_back()
    {
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada);
        var store = stage.Service<ProgrammeStore>();
        await store.SetDeletedAsync((await store.FindAsync(TestSessions.October.Id, default))!, isDeleted: true, default); // and cut off

        await stage.FireAsync("ReconcileProgramme");

        Assert.Equal(HttpStatusCode.OK, (await stage.Http.GetAsync($"/termine/{Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await stage.RegisterAsync(Person.Bo)).StatusCode);
    }

    [Fact]
    public async Task Nobody_gets_into_a_deleted_session_that_an_instance_remembers()
    {
        await stage.PlanAsync(TestSessions.October with { SeatsOnline = 5 });
        await Stage.EventuallyAsync(async () => await RowsAsync() == 1);
        await stage.RegisterAsync(Person.Ada); // refused, because it says not where

        await staff.DoAsync(Path, Delete, ("weg", "ja"));

        Assert.Equal(HttpStatusCode.NotFound, (await stage.RegisterAsync(Person.Ada, null, ("attendance", "online"))).StatusCode);
        Assert.Equal(1, await RowsAsync());
    }

    [Fact]
    public async Task A_file_that_still_has_the_session_does_not_bring_it_back_until_it_says_something_new_of_it()
    {
        await ImportAsync(("title", "Versehen"));
        await staff.DoAsync($"/redaktion/termine/{FromFile}", $"/redaktion/termine/{FromFile}", ("seats", "70"));
        await staff.DoAsync($"/redaktion/termine/{FromFile}", $"/redaktion/termine/{FromFile}/loeschen", ("weg", "ja"));

        await stage.FireAsync("ReconcileProgramme");
        var shown = await CompareAsync(("title", "Versehen"));
        await ImportAsync(("title", "Versehen"));

        Assert.Contains("Nichts ändert sich", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(shown.QuerySelectorAll("main li"), line => line.TextContent.EndsWith($"({FromFile})", StringComparison.Ordinal));
        Assert.Single(shown.QuerySelectorAll("main form[method=post]"));
        await staff.SeeAsync($"/redaktion/termine/{FromFile}", HttpStatusCode.NotFound);
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync()).Any(mail => mail.Text.ReplaceLineEndings(" ").Contains(
            "Bleibt gelöscht, steht aber noch in der Datei: „Versehen“", StringComparison.Ordinal)));

        Assert.Contains("Neu: Kein Versehen", (await CompareAsync(("title", "Kein Versehen"))).Body!.TextContent, StringComparison.Ordinal);
        await ImportAsync(("title", "Kein Versehen"));
        Assert.Equal(("Kein Versehen", 60), await StoredAsync());
    }

    [Fact]
    public async Task A_deleted_session_is_made_again_and_its_file_changes_nothing_of_it()
    {
        await ImportAsync(("title", "Versehen"));
        await staff.DoAsync($"/redaktion/termine/{FromFile}", $"/redaktion/termine/{FromFile}/loeschen", ("weg", "ja"));

        await staff.DoAsync("/redaktion/termine/neu", "/redaktion/termine/neu", ("id", FromFile), ("title", "Richtig"), ("date", "2027-03-10"),
            ("start", "10:00"), ("end", "12:00"), ("place", "Gera"), ("seats", "30"));
        await stage.FireAsync("ReconcileProgramme");

        Assert.Equal(("Richtig", 30), await StoredAsync());
        Assert.Contains("Titel: in der Datei „Versehen“", (await staff.SeeAsync($"/redaktion/termine/{FromFile}")).Body!.TextContent,
            StringComparison.Ordinal);
    }

    async Task TieAsync(string tie)
    {
        var now = stage.Clock.GetUtcNow();
        if (tie is "registered" or "cancelled") await stage.RegisterAsync(Person.Ada);
        if (tie == "cancelled")
        {
            var list = await staff.SeeAsync(Path + "/anmeldungen");
            var attendee = list.QuerySelector($"tbody a[href^='{Path}/anmeldungen/']")!.GetAttribute("href")!;
            await staff.DoAsync(attendee, attendee + "/absagen", ("ja", "ja"));
        }

        if (tie == "mailed")
            await stage.Service<CampaignStore>().AddAsync(Campaign.Start(CampaignId.Invitation(TestSessions.October.Id), now), default);
        if (tie == "announced")
        {
            var held = Campaign.Plan(CampaignId.NewAnnouncement(TestSessions.October.Id), now).Hold()!;
            await stage.Service<CampaignStore>().AddAsync(held with { Announcement = new("Neu", "Text", new([], [], [])) }, default);
        }

        if (tie == "noted") await stage.PutAsync(Containers.Notes, $"{Id}/bild.png", [1]);
    }

    async Task ImportAsync(params (string, string?)[] fields)
    {
        await stage.PutAsync(Containers.Programme, "2027.yaml", System.Text.Encoding.UTF8.GetBytes(ProgrammeFiles.With(fields)));
        await stage.FireAsync("ReconcileProgramme");
    }

    async Task<IHtmlDocument> CompareAsync(params (string, string?)[] fields)
    {
        const string files = "/redaktion/termine/datei";
        using var content = new MultipartFormDataContent
        {
            { new StringContent(ProgrammeFiles.With(fields)), "datei", "2027.yaml" },
        };
        foreach (var (field, value) in StaffBrowser.Filled(StaffBrowser.FormOf(await staff.SeeAsync(files), files)))
            content.Add(new StringContent(value), field);
        return await StaffBrowser.PageAsync(await staff.Http.PostAsync(files, content), HttpStatusCode.OK);
    }

    async Task<(string, int)> StoredAsync()
    {
        var session = (await stage.Service<ProgrammeQuery>().FindAsync(SessionId.Parse(FromFile)!.Value, default))!;
        return (session.Title, session.Seats);
    }

    /// <summary>What is stored of the session in table registrations; its seats are one row.</summary>
    async Task<int> RowsAsync() => await stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations)
        .QueryAsync<TableEntity>($"PartitionKey eq '{Id}'").CountAsync();
}
