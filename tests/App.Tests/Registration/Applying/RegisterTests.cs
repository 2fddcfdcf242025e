using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Registration.Applying;

public sealed class RegisterTests : IAsyncLifetime
{
    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October with { Seats = 2 });
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Json_is_accepted_with_what_was_free_before()
    {
        await stage.PlanAsync(TestSessions.October with { Seats = 5 });
        var answers = new List<JsonNode?>();
        foreach (var n in Enumerable.Range(1, 6))
        {
            var answer = await stage.RegisterAsync(new("Gast", "Muster", $"gast{n}@example.org"));
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            answers.Add(await answer.Content.ReadFromJsonAsync<JsonNode>());
        }

        Assert.Equal("""{"status":"received","session":"2026-10-sprache-im-betrieb","seats":"available","persons":1}""", answers[0]!.ToJsonString());
        Assert.Equal([.. Enumerable.Repeat("available", 5), "waitingList"], answers.Select(answer => answer!["seats"]!.GetValue<string>()));
    }

    /// <summary>Two seats that are taken would tell that two come, which no statistic may tell.</summary>
    [Fact]
    public async Task With_few_seats_nobody_but_the_applicant_learns_whether_one_is_free()
    {
        var before = await PublicAsync();
        foreach (var person in new[] { Person.Ada, Person.Bo, Person.Cem })
        {
            var answer = await (await stage.RegisterAsync(person)).Content.ReadFromJsonAsync<JsonNode>();
            Assert.Equal("toldByMail", answer!["seats"]!.GetValue<string>());
        }

        Assert.Equal(before, await PublicAsync());
        Assert.Contains("Anmeldung offen", before, StringComparison.Ordinal);
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Person.Cem.Email)).Any(mail => mail.Subject.StartsWith("Warteliste",
            StringComparison.Ordinal)));

        async Task<string> PublicAsync()
        {
            var pages = new[] { "/", TestSessions.October.Path, "/programm.json" }.Select(path => stage.Http.GetStringAsync(path));
            return string.Concat(await Task.WhenAll(pages));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_form_leads_to_the_thank_you_page(bool multipart)
    {
        await stage.PlanAsync(TestSessions.October with { Seats = 5 });
        HttpContent content = new FormUrlEncodedContent(Person.Ada.Form(TestSessions.October.Id.Value));
        if (multipart)
        {
            var parts = new MultipartFormDataContent();
            foreach (var (field, value) in Person.Ada.Form(TestSessions.October.Id.Value)) parts.Add(new StringContent(value), field);
            content = parts;
        }

        var answer = await stage.Http.PostAsync("/api/registrations", content);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var thanks = WebUtility.HtmlDecode(await stage.Http.GetStringAsync(answer.Headers.Location));
        foreach (var told in new[] { "Vielen Dank", TestSessions.October.Title, "Montag, 5. Oktober 2026", "noch Plätze frei", "Spam-Ordner",
            TestSessions.October.Path + ".ics", "praxisaustausch@thaff.example" })
            Assert.Contains(told, thanks, StringComparison.Ordinal);
        Assert.DoesNotContain("zweite E-Mail", thanks, StringComparison.Ordinal);
        Assert.Equal("Löwe", Assert.Single(await SeatedAsync()).LastName);
    }

    public static TheoryData<string, string, string> Unusual => new()
    {
        { "Zoë", "D’Ångström-Œuvré", "zoe@example.org" },
        { new string('ä', 100), new string('ß', 100), "lang@example.org" },
        { "🦊", "👩‍👩‍👧 Fuchs", "fuchs@example.org" },
        { "<script>alert(1)</script>", "\"><img src=x>", "skript@example.org" },
        { "=1+1", "'; DROP TABLE", "formel@example.org" },
        { "Ada", "Löwe", "ada+kurs@example.org" },
        { "Dr.Ada", "J. Groot, M.A.", "ada@example.org" },
        { "Ada", "Löwe", "ada@bücher.example" },
        { "Ada", "Löwe", "ADA.O'Hara@Example.ORG" },
    };

    [Theory]
    [MemberData(nameof(Unusual))]
    public async Task Unusual_names_and_addresses_are_stored_as_typed(string firstName, string lastName, string email)
    {
        var answer = await stage.RegisterAsync(new(firstName, lastName, email));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var attendee = Assert.Single(await SeatedAsync());
        Assert.Equal((firstName, lastName), (attendee.FirstName, attendee.LastName));
        Assert.True(attendee.Email.Value.All(char.IsAscii));
    }

    [Fact]
    public async Task The_domain_is_kept_in_punycode()
    {
        await stage.RegisterAsync(Person.Ada with { Email = "ada@Bücher.example" });

        Assert.Equal("ada@xn--bcher-kva.example", Assert.Single(await SeatedAsync()).Email.Value);
    }

    [Fact]
    public async Task The_same_person_twice_is_one_row_and_the_same_answer()
    {
        var first = await stage.RegisterAsync(Person.Ada);
        var second = await stage.RegisterAsync(Person.Ada with { FirstName = " ada ", Email = "ADA@werkstatt.example" });

        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        await stage.SettledAsync();
        Assert.Equal(1, Assert.Single(await SeatedAsync()).Place);
    }

    [Fact]
    public async Task A_filled_honeypot_gets_the_same_answer_and_stores_nothing()
    {
        var honest = await stage.RegisterAsync(Person.Ada);
        var robot = await stage.RegisterAsync(Person.Bo, null, ("website", "https://spam.example"));

        Assert.Equal(await honest.Content.ReadAsStringAsync(), await robot.Content.ReadAsStringAsync());
        Assert.Single(await SeatedAsync());
    }

    [Fact]
    public async Task Fewer_seats_in_the_programme_unseat_nobody_and_more_seats_go_to_who_waits_in_order()
    {
        foreach (var n in Enumerable.Range(1, 6)) await stage.RegisterAsync(new("Gast", $"Nummer {n}", $"gast{n}@example.org"));

        await stage.PlanAsync(TestSessions.October with { Seats = 1 });
        Assert.Equal(2, (await SeatedAsync()).Count);

        await stage.PlanAsync(TestSessions.October with { Seats = 5 });
        Assert.Equal([1, 2, 3, 4, 5], (await SeatedAsync()).Select(attendee => attendee.Place).Order());
    }

    [Fact]
    public async Task Name_and_address_are_enough()
    {
        var answer = await stage.Http.PostAsJsonAsync("/api/registrations",
            new { session = TestSessions.October.Id.Value, firstName = "Ada", lastName = "Löwe", email = Person.Ada.Email });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var ada = Assert.Single(await SeatedAsync());
        Assert.Equal(("", Sector.Unstated, Region.Unstated), (ada.Company, ada.Sector, ada.Region));
    }

    /// <summary>Forms and scripts of other sites were written when there was such a field.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_tick_of_consent_is_neither_asked_for_nor_kept_and_who_still_sends_one_is_taken(bool isJson)
    {
        Assert.DoesNotContain("consent", await stage.Http.GetStringAsync(TestSessions.October.Path), StringComparison.Ordinal);

        var answer = isJson
            ? await stage.RegisterAsync(Person.Ada, null, ("consent", "false"))
            : await stage.PostFormAsync(Person.Ada, null, ("consent", "ja"));

        Assert.Equal(isJson ? HttpStatusCode.Accepted : HttpStatusCode.SeeOther, answer.StatusCode);
        var rows = await stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations).QueryAsync<TableEntity>().ToListAsync();
        Assert.DoesNotContain(rows, row => row.Keys.Any(column => column.Contains("consent", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("PublicTask", "Artikel 6 Absatz 1 Buchstabe e DSGVO in Verbindung mit § 16 des Thüringer Datenschutzgesetzes")]
    [InlineData("Request", "Artikel 6 Absatz 1 Buchstabe b DSGVO")]
    public async Task The_form_informs_instead_and_names_the_basis_that_a_setting_chooses(string basis, string words)
    {
        await using var other = await Stage.OpenAsync(
            settings: new() { ["Registration:LegalBasis"] = basis, ["Registration:RetentionDays"] = "45", ["Campaigns:FollowUpDays"] = "40" }, storage: stage.Storage);

        var page = WebUtility.HtmlDecode(await other.Http.GetStringAsync(TestSessions.October.Path));

        Assert.Contains("um Ihren Platz zu vergeben und den Termin durchzuführen. 45 Tage nach dem Termin", page, StringComparison.Ordinal);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("widersprechen", page, StringComparison.Ordinal);
        Assert.Contains(words, WebUtility.HtmlDecode(await other.Http.GetStringAsync("/datenschutz")), StringComparison.Ordinal);
    }

    async Task<List<Attendee>> SeatedAsync() =>
        await stage.Service<Attendees>().SeatedAsync(TestSessions.October.Id, CancellationToken.None).ToListAsync();
}
