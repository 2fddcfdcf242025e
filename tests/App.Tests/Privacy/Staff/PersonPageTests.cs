using System.Net;
using System.Text.Json.Nodes;
using ThaffFunctions.Mail;
using ThaffFunctions.Shared;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Registration;
using ThaffFunctions.Tests.Registration.Seating;
using ThaffFunctions.Tests.Staff;
using UglyToad.PdfPig;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Privacy.Staff;

public sealed class PersonPageTests
{
    const string Page = "/redaktion/datenschutz";
    static readonly Person Vera = new("Veronika", "Größenwahn-Müller", "vera.gm@werkstatt.example");

    [Fact]
    public async Task Staff_find_everything_about_a_person_give_it_to_them_and_erase_it_by_typing_the_address_again()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October with { Seats = 1 });
        foreach (var person in new[] { Vera, Person.Bo }) await stage.RegisterAsync(person);
        await stage.SubscribeAsync(Vera.Email);
        await stage.ConfirmAsync((await stage.ConfirmationAsync(Vera.Email)).LinkTo("/newsletter/bestaetigen"));
        await stage.SettledAsync();
        using var staff = await StaffBrowser.OpenAsync(stage);

        var found = await StaffBrowser.PageAsync(await staff.PostAsync(Page, Page, ("email", Vera.Email)), HttpStatusCode.OK);
        string[] headings = ["Anmeldungen", "Verteiler", "E-Mails", "Technische Einträge"]; // what a person understands comes first
        Assert.Equal(headings, found.QuerySelectorAll("h3").Select(place => place.TextContent));
        var titles = found.QuerySelectorAll("details summary").Select(title => title.TextContent).ToList();
        Assert.Equal(October.TitleAndDay, titles[0]);
        Assert.Contains($"Anmeldebestätigung: {October.TitleAndDay}", titles);
        Assert.Contains("Zähler gegen Missbrauch", titles);
        foreach (var told in new[] { "Vorname", Vera.LastName, "Wortlaut" }) Assert.Contains(told, found.Body!.TextContent, StringComparison.Ordinal);

        var forms = found.QuerySelectorAll($"form[action='{Page}']");
        var download = StaffBrowser.Filled(forms[1]).ToList();
        var json = await staff.Http.PostAsync(Page, new FormUrlEncodedContent([.. download, new("format", "json")]));
        Assert.Contains(JsonNode.Parse(await json.Content.ReadAsStringAsync())!["stored"]!.AsArray(),
            record => (string?)record!["values"]!["FirstName"] == Vera.FirstName);
        var pdf = await staff.Http.PostAsync(Page, new FormUrlEncodedContent([.. download, new("format", "pdf")]));
        using (var document = PdfDocument.Open(await pdf.Content.ReadAsByteArrayAsync()))
        {
            var text = string.Concat(document.GetPages().Select(page => page.Text));
            var places = new[] { "Anmeldungen", "Technische Einträge", "Zähler gegen Missbrauch" }
                .Select(heading => text.IndexOf(heading, StringComparison.Ordinal)).ToList();
            Assert.Equal(places.Order(), places);
            foreach (var told in new[] { Vera.FirstName, October.TitleAndDay }) Assert.Contains(told, text, StringComparison.Ordinal);
        }

        var erase = StaffBrowser.Filled(StaffBrowser.FormOf(found, $"{Page}/loeschen"), ("nochmals", Person.Bo.Email)).ToList();
        var refused = await StaffBrowser.PageAsync(
            await staff.Http.PostAsync($"{Page}/loeschen", new FormUrlEncodedContent(erase)), HttpStatusCode.UnprocessableEntity);
        Assert.Equal("#nochmals", refused.QuerySelector(".problems a")!.GetAttribute("href"));
        erase = [.. StaffBrowser.Filled(StaffBrowser.FormOf(refused, $"{Page}/loeschen"), ("nochmals", Vera.Email.ToUpperInvariant()))];
        var done = await staff.Http.PostAsync($"{Page}/loeschen", new FormUrlEncodedContent(erase));

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Contains("Die Person ist gelöscht. Die Sicherungen der Tabellen enthalten die Angaben, bis auch sie gelöscht werden", (await staff.SeeAsync(done.Headers.Location!.OriginalString)).QuerySelector("[role=status]")!.TextContent,
            StringComparison.Ordinal);
        var dump = await StorageDump.OfAsync(stage);
        foreach (var text in new[] { Vera.Email, Vera.FirstName, Vera.LastName })
            foreach (var form in StorageDump.FormsOf(text)) Assert.DoesNotContain(form, dump, StringComparison.Ordinal);
        Assert.Equal(["Bo"], (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Select(attendee => attendee.FirstName));
        Assert.Contains("Person gelöscht", (await staff.SeeAsync("/redaktion/protokoll")).Body!.TextContent, StringComparison.Ordinal);

        var after = await StaffBrowser.PageAsync(await staff.PostAsync(Page, Page, ("email", Vera.Email)), HttpStatusCode.OK);
        Assert.Contains("Wird aufbewahrt: Nachweis der Einwilligung", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(after.QuerySelectorAll($"form[action='{Page}/loeschen']"));
    }

    [Fact]
    public async Task Of_persons_who_share_an_address_each_is_named_and_one_can_be_told_or_erased_without_the_others()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        var greta = new Person("Greta", "Gruber", Vera.Email);
        foreach (var person in new[] { Vera, greta }) await stage.RegisterAsync(person);
        await stage.SettledAsync();
        using var staff = await StaffBrowser.OpenAsync(stage);

        var found = await StaffBrowser.PageAsync(await staff.PostAsync(Page, Page, ("email", Vera.Email)), HttpStatusCode.OK);

        var warning = found.QuerySelector(".notice.warn")!.TextContent;
        foreach (var told in new[] { "2 Personen", "Veronika Größenwahn-Müller", "Greta Gruber" })
            Assert.Contains(told, warning, StringComparison.Ordinal);
        var titles = found.QuerySelectorAll("details summary").Select(title => title.TextContent).ToList();
        foreach (var title in new[] { $"Greta Gruber: {October.TitleAndDay}", $"Greta Gruber: Anmeldebestätigung: {October.TitleAndDay}" })
            Assert.Contains(title, titles);
        var download = StaffBrowser.Filled(found.QuerySelectorAll($"form[action='{Page}']")[1], ("person", "Greta Gruber")).ToList();
        var json = await (await staff.Http.PostAsync(Page, new FormUrlEncodedContent([.. download, new("format", "json")])))
            .Content.ReadAsStringAsync();
        Assert.Contains("Gruber", json, StringComparison.Ordinal);
        Assert.DoesNotContain("Veronika", json, StringComparison.Ordinal);

        var form = StaffBrowser.FormOf(found, $"{Page}/loeschen");
        var undecided = StaffBrowser.Filled(form, ("nochmals", Vera.Email)).ToList();
        var asked = await StaffBrowser.PageAsync(
            await staff.Http.PostAsync($"{Page}/loeschen", new FormUrlEncodedContent(undecided)), HttpStatusCode.UnprocessableEntity);
        Assert.Equal("#wen", asked.QuerySelector(".problems a")!.GetAttribute("href"));
        var only = asked.QuerySelectorAll("#wen label").Single(label => label.TextContent.Contains("Greta", StringComparison.Ordinal));
        var id = asked.GetElementById(only.GetAttribute("for")!)!.GetAttribute("value")!;
        var done = await staff.Http.PostAsync($"{Page}/loeschen", new FormUrlEncodedContent(
            StaffBrowser.Filled(StaffBrowser.FormOf(asked, $"{Page}/loeschen"), ("wen", id), ("nochmals", Vera.Email))));

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Equal(["Veronika"], (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Select(attendee => attendee.FirstName));
        var dump = await StorageDump.OfAsync(stage);
        foreach (var stored in StorageDump.FormsOf("Gruber")) Assert.DoesNotContain(stored, dump, StringComparison.Ordinal);
    }

    /// <summary>A colleague's row holds a key of who registered them, and no name.</summary>
    [Fact]
    public async Task Who_registered_colleagues_is_erased_with_their_name_and_the_colleagues_stay()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        await stage.RegisterAsync(Person.Cem);
        await stage.RegisterAsync(Vera, null, ("firstName2", Person.Bo.FirstName), ("lastName2", Person.Bo.LastName),
            ("email2", Person.Bo.Email), ("firstName3", "Kim"), ("lastName3", "Kurz"), ("email3", Person.Cem.Email)); // known: settled later
        await stage.SettledAsync();
        using var staff = await StaffBrowser.OpenAsync(stage);
        var found = await StaffBrowser.PageAsync(await staff.PostAsync(Page, Page, ("email", Person.Bo.Email)), HttpStatusCode.OK);
        Assert.Contains("Mit angemeldet durch (Schlüssel der Anmeldung)", found.QuerySelectorAll("dt").Select(name => name.TextContent));
        Assert.DoesNotContain(Vera.LastName, found.Body!.TextContent, StringComparison.Ordinal);

        found = await StaffBrowser.PageAsync(await staff.PostAsync(Page, Page, ("email", Vera.Email)), HttpStatusCode.OK);
        await staff.Http.PostAsync($"{Page}/loeschen", new FormUrlEncodedContent(
            StaffBrowser.Filled(StaffBrowser.FormOf(found, $"{Page}/loeschen"), ("nochmals", Vera.Email))));
        await stage.SettledAsync();

        var dump = await StorageDump.OfAsync(stage);
        foreach (var text in new[] { Vera.Email, Vera.FirstName, Vera.LastName })
            foreach (var form in StorageDump.FormsOf(text)) Assert.DoesNotContain(form, dump, StringComparison.Ordinal);
        Assert.Equal(["Bo", "Cem", "Kim"],
            (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Select(attendee => attendee.FirstName).Order());
    }

    [Fact]
    public async Task The_page_tells_how_long_what_is_kept_and_when_it_was_erased_last()
    {
        await using var stage = await Stage.OpenAsync(settings: new()
        {
            ["Registration:RetentionDays"] = "45",
            ["Campaigns:FollowUpDays"] = "30",
        });
        await stage.SubscribeAsync(Vera.Email);
        await stage.ConfirmationAsync(Vera.Email);
        using var staff = await StaffBrowser.OpenAsync(stage);
        Assert.Equal("noch nicht", await CellAsync("die niemand bestätigt hat", "Zuletzt geprüft"));
        Assert.StartsWith("45 Tage nach dem Termin", await CellAsync("Anmeldungen: Namen", "Aufbewahrt"), StringComparison.Ordinal);

        stage.Clock.Advance(TimeSpan.FromDays(8));
        await stage.FireAsync("EraseUnconfirmed");
        Assert.Equal("1", await CellAsync("die niemand bestätigt hat", "Gelöscht"));
        stage.Clock.Advance(TimeSpan.FromDays(1));
        foreach (var timer in new[]
        {
            "EraseUnconfirmed", "EraseProofs", "EraseMailRecords", "ForgetLimits", "ForgetMailEvents", "EraseRegistrations", "EraseRecipients",
            "BackUpTables", "EraseAudit",
        })
            await stage.FireAsync(timer);

        Assert.Equal("nichts; zuletzt 1 am 9. September 2026, 10:00 Uhr", await CellAsync("die niemand bestätigt hat", "Gelöscht"));
        Assert.DoesNotContain("noch nicht", (await staff.SeeAsync(Page)).QuerySelector("table")!.TextContent, StringComparison.Ordinal);

        async Task<string> CellAsync(string row, string column) => (await staff.SeeAsync(Page)).QuerySelectorAll("tbody tr")
            .Single(found => found.TextContent.Contains(row, StringComparison.Ordinal)).QuerySelector($"[data-label='{column}']")!.TextContent;
    }

    [Fact]
    public async Task Who_must_not_be_mailed_stays_so_and_the_page_says_why()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.Service<Suppression>().SuppressAsync(EmailAddress.Stored(Vera.Email), SuppressionScope.Everything, default);
        using var staff = await StaffBrowser.OpenAsync(stage);

        var found = await StaffBrowser.PageAsync(await staff.PostAsync(Page, Page, ("email", Vera.Email)), HttpStatusCode.OK);
        var wrong = await StaffBrowser.PageAsync(await staff.PostAsync(Page, Page, ("email", "niemand")), HttpStatusCode.UnprocessableEntity);

        Assert.Contains("Wird aufbewahrt: Damit an die Adresse nichts mehr gesendet wird", found.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("niemand", wrong.QuerySelector("#email")!.GetAttribute("value"));
    }
}
