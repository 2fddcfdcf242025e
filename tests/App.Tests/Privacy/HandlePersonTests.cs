using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using SendGrid;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Notices;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Changes;
using ThaffFunctions.Registration.Headcounts;
using ThaffFunctions.Registration.Pending;
using ThaffFunctions.Registration.PersonalData;
using ThaffFunctions.Registration.Questions;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Campaigns;
using ThaffFunctions.Tests.Campaigns.Staff;
using ThaffFunctions.Tests.Documentation.YearVolume;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Registration;
using ThaffFunctions.Tests.Registration.Seating;
using ThaffFunctions.Tests.Staff;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Privacy;

public sealed class HandlePersonTests
{
    static readonly Person Vera = new("Veronika", "Größenwahn-Müller", "vera.gm@werkstatt.example");
    static readonly Person Colleague = new("Quirin", "Größenwahn-Müller", "VERA.gm@werkstatt.example");
    static readonly Session September = October with
    {
        Id = SessionId.Parse("2026-09-ankommen")!.Value,
        Title = "Ankommen",
        Start = October.Start.AddDays(-24),
        End = October.End.AddDays(-24),
        RegistrationCloses = October.RegistrationCloses.AddDays(-24),
    };

    [Fact]
    public async Task Everything_stored_about_a_person_is_told_and_erased_and_nothing_about_others()
    {
        await using var stage = await Stage.OpenAsync(settings: VolumeDesk.ByHand);
        await FillAsync(stage);

        var told = (await AskAsync(stage, Vera.Email))["stored"]!.AsArray();

        foreach (var (place, mark) in new[]
        {
            (Tables.Registrations, "attendee-"), (Tables.Registrations, "address-"), (Tables.Registrations, "delivery-"),
            (Tables.Registrations, "waiting-"), (Tables.Registrations, "newsletter-"), (Tables.Registrations, "application-"),
            (Tables.Subscribers, "ConfirmedAt"), (Tables.Subscribers, "subscription-confirmation"), (Tables.Subscribers, "suppressed-"),
            (Tables.Registrations, "registration-session-changed"),
            (Tables.Deliveries, "invitation"), (Tables.Deliveries, "reminder"), (Tables.Deliveries, "notice-"),
            (Tables.Deliveries, "all.announcement-"), (Tables.Deliveries, $"{October.Id}.announcement-"), (Tables.Campaigns, "announcement-"),
            (Tables.Limits, "proven-"), (Tables.Limits, "mails-"), (Containers.Notes, "notes.md"), (Containers.Failed, ".txt"),
        })
            Assert.Contains(told, record => (string)record!["place"]! == place
                && record["values"]!.ToJsonString().Contains(mark, StringComparison.Ordinal));
        Assert.DoesNotContain(told, record => record!.ToJsonString().Contains(Person.Bo.Email, StringComparison.Ordinal));
        await AssertToldInGermanAsync(stage, told);

        var erased = await AskAsync(stage, Vera.Email.ToUpperInvariant(), erase: true);

        Assert.Equal(["notes", "subscribers", "subscribers"], erased["stored"]!.AsArray().Select(record => (string)record!["place"]!).Order());
        Assert.All(erased["stored"]!.AsArray(), record => Assert.NotNull(record!["keptBecause"]));
        Assert.Contains($"{October.Id}/notes.md", (string)Assert.Single(erased["toDo"]!.AsArray())!, StringComparison.Ordinal);
        await stage.PutAsync(Containers.Notes, $"{October.Id}/notes.md", "Entwurf"); // which the Redaktion does
        await AssertGoneAsync(stage);
        Assert.Contains("Fragen an [Adresse gelöscht].", await StorageDump.OfAsync(stage), StringComparison.Ordinal);

        Assert.Empty((await AskAsync(stage, Vera.Email, erase: true))["toDo"]!.AsArray());
        await AssertGoneAsync(stage);
        Assert.Contains(Person.Bo.Email, await StorageDump.OfAsync(stage), StringComparison.Ordinal);
    }

    /// <summary>Nothing is named as the tables name it, and no value that is one of a few is told by its key.</summary>
    static async Task AssertToldInGermanAsync(Stage stage, JsonArray told)
    {
        using var staff = await StaffBrowser.OpenAsync(stage);
        var form = StaffBrowser.FormOf(await staff.SeeAsync("/redaktion/datenschutz"), null);
        var page = await StaffBrowser.PageAsync(await staff.Http.PostAsync("/redaktion/datenschutz",
            new FormUrlEncodedContent(StaffBrowser.Filled(form, ("email", Vera.Email)))), HttpStatusCode.OK);

        var values = told.SelectMany(record => record!["values"]!.AsObject()).ToList();
        var columns = values.Select(value => value.Key).Except(["Name", "Region"]);
        var keys = values.Where(value => value.Key is "State" or "Kind" or "Mode" or "NeedState" or "Needs" or "Sector" or "Region"
                or "Sectors" or "Regions" or "RequestRegions" or "RequestSectors" or "MailedOn" or "Told" or "ToldBefore" or "ContactKind" or "Language")
            .Select(value => (string?)value.Value).Where(key => key is { Length: > 0 });
        Assert.Empty(page.QuerySelectorAll("main dl dt").Select(name => name.TextContent).Intersect(columns));
        Assert.Empty(page.QuerySelectorAll("main dl dd").Select(text => text.TextContent).Intersect(keys));
    }

    [Fact]
    public async Task Seats_ahead_are_freed_by_the_usual_rules_and_counts_of_the_past_stay()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(September);
        await stage.PlanAsync(October with { Seats = 2 });
        await stage.RegisterAsync(Vera, September.Id.Value);
        foreach (var person in new[] { Vera, Person.Bo, Person.Cem }) await stage.RegisterAsync(person);
        stage.Clock.SetUtcNow(September.End);

        await AskAsync(stage, Vera.Email, erase: true);

        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal(["Bo", "Cem"], book.Seated.Select(attendee => attendee.FirstName));
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Person.Cem.Email))
            .Any(mail => mail.Subject.StartsWith("Sie haben einen Platz", StringComparison.Ordinal)));
        Assert.Equal(1, (await stage.Service<HeadcountStore>().KeepAsync(September, default)).Seated);

        await stage.RegisterAsync(Vera); // the person may come back
        Assert.Equal(["Veronika"], (await SeatBook.ReadAsync(stage)).ExpectSound().Waiting.Select(attendee => attendee.FirstName));
    }

    [Fact]
    public async Task The_proof_of_a_consent_stays_without_the_address_and_ends_after_its_period()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.SubscribeAsync(Vera.Email, ("regions", "jena"));
        await stage.ConfirmAsync((await stage.ConfirmationAsync(Vera.Email)).LinkTo("/newsletter/bestaetigen"));
        var chosen = new Preferences([Region.All[0]], Documentation: true) { Sectors = [Sector.All[0]], Topics = ["Sprache"] };
        await stage.Service<SubscriberStore>().ChooseAsync(
            (await stage.SubscriberAsync(Vera.Email))!.Key, chosen, Language.German, default);

        var kept = (await AskAsync(stage, Vera.Email, erase: true))["stored"]!.AsArray();

        var proof = Assert.Single(kept)!["values"]!;
        Assert.Equal((ConsentWording.CurrentIn(Language.German).Version, "Left"), ((string)proof["Wording"]!, (string)proof["State"]!));
        Assert.NotNull(proof["ConfirmedAt"]);
        foreach (var choice in new[] { "Regions", "Documentation", "Sectors", "Topics" }) Assert.Null(proof[choice]);
        Assert.Null(await stage.SubscriberAsync(Vera.Email));

        await stage.SubscribeAsync(Vera.Email); // a new consent stands beside the old proof
        await stage.ConfirmAsync((await stage.ConfirmationAsync(Vera.Email)).LinkTo("/newsletter/bestaetigen"));
        Assert.Equal(SubscriberState.Active, (await stage.SubscriberAsync(Vera.Email))!.State);

        stage.Clock.SetUtcNow(stage.Clock.GetUtcNow().AddYears(4)); // three, from the end of the year
        foreach (var timer in new[] { "EraseProofs", "EraseUnconfirmed", "ForgetLimits" }) await stage.FireAsync(timer);
        var records = (await AskAsync(stage, Vera.Email))["stored"]!.AsArray(); // the subscriber and the new consent
        Assert.Equal([null, "Active"], records.Select(record => (string?)record!["values"]!["State"]).Order());
    }

    /// <summary>Cut off wherever it may be, the same call again erases what is left.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(12)]
    [InlineData(20)]
    [InlineData(28)]
    [InlineData(36)]
    public async Task An_erasure_that_was_cut_off_is_finished_by_doing_it_again(int call)
    {
        var account = await StorageEmulator.NewAccountAsync();
        var storage = new FaultyStorage(isDone: call % 2 == 0);
        await using var stage = await Stage.OpenAsync(
            replace: services => storage.Replace(services, account, retries: 0), storage: account);
        await stage.PlanAsync(October with { Seats = 1 });
        foreach (var person in new[] { Vera, Person.Bo }) await stage.RegisterAsync(person);
        await stage.AddActiveAsync(Vera.Email);
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync()).Count == 2);

        storage.StrikeAt(call);
        await stage.Http.PostAsJsonAsync("/api/operator/person", new { address = Vera.Email, erase = true });
        storage.End();
        await AskAsync(stage, Vera.Email, erase: true);

        await AssertGoneAsync(stage);
        Assert.Equal(["Bo"], (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Select(attendee => attendee.FirstName));
    }

    [Fact]
    public async Task A_registration_that_cannot_be_read_is_erased_too()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        await stage.RegisterAsync(Vera);
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync()).Count == 1);
        var table = stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations);
        var row = await table.QueryAsync<TableEntity>().FirstAsync(row => row.RowKey.StartsWith("attendee-", StringComparison.Ordinal));
        row["Place"] = "vorne";
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);

        await AskAsync(stage, Vera.Email, erase: true);

        await AssertGoneAsync(stage);
    }

    /// <summary>As after an erasure that was cut off, or with a backup that lacked a line.</summary>
    [Fact]
    public async Task A_registration_whose_address_has_no_row_is_erased_too()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        await stage.RegisterAsync(Vera);
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync()).Count == 1);
        var table = stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations);
        var row = await table.QueryAsync<TableEntity>().FirstAsync(row => row.RowKey.StartsWith("address-", StringComparison.Ordinal));
        await table.DeleteEntityAsync(row.PartitionKey, row.RowKey);

        await AskAsync(stage, Vera.Email, erase: true);

        await AssertGoneAsync(stage);
    }

    [Fact]
    public async Task What_the_mail_service_keeps_is_erased_there_or_the_operator_is_told()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        foreach (var person in new[] { Vera, Person.Bo }) await stage.RegisterAsync(person);
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync()).Count == 2);

        Assert.Empty((await AskAsync(stage, Vera.Email, erase: true))["toDo"]!.AsArray());

        Assert.Equal(Person.Bo.Email, Assert.Single(await stage.MailsAsync()).To);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "darf die Anwendung nicht löschen")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "(503)")]
    public async Task A_key_without_the_right_leaves_a_task(HttpStatusCode answer, string told)
    {
        var client = new Mock<ISendGridClient>();
        client.Setup(it => it.RequestAsync(BaseClient.Method.POST, $$"""{"email_addresses":["{{Vera.Email}}"]}""", null, "recipients/erasejob",
                It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => new Response(answer, new StringContent(""), null));
        await using var stage = await Stage.OpenAsync(replace: services => services.AddSingleton(client.Object));

        Assert.Contains(told, (string)Assert.Single((await AskAsync(stage, Vera.Email, erase: true))["toDo"]!.AsArray())!,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_function_key_opens_it()
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["FunctionKey"] = "geheim" });

        foreach (var path in new[] { "/api/operator/person", "/api/operator/restore" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await stage.Http.PostAsJsonAsync(path, new { address = Vera.Email })).StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/operator/person")
        {
            Content = JsonContent.Create(new { address = Vera.Email }),
            Headers = { { "x-functions-key", "geheim" } },
        };
        var answer = await stage.Http.SendAsync(request);
        Assert.StartsWith("""{"stored":[],"toDo":[],"notSearched":"Pictures, PDF, PowerPoint and Excel files""", await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"address":"niemand"}""")]
    [InlineData("""{"address":7}""")]
    [InlineData("[]")]
    public async Task Without_an_address_nothing_happens(string body)
    {
        await using var stage = await Stage.OpenAsync();

        var answer = await stage.Http.PostAsync("/api/operator/person", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    /// <summary>A row, message or file of every kind that the product has about a person, and the same about another.</summary>
    static async Task FillAsync(Stage stage)
    {
        await stage.PlanAsync(September);
        await stage.PlanAsync(October with { Seats = 2 });
        await stage.RegisterAsync(Vera, September.Id.Value, ("question", $"Antwort an {Vera.Email}?"));
        foreach (var person in new[] { Person.Bo, Vera }) await stage.RegisterAsync(person);
        await stage.RegisterAsync(Colleague); // waits, under the same address
        await stage.SettledAsync();
        foreach (var address in new[] { Vera.Email, Person.Bo.Email })
        {
            await stage.SubscribeAsync(address, ("documentation", "true"));
            await stage.ConfirmAsync((await stage.ConfirmationAsync(address)).LinkTo("/newsletter/bestaetigen"));
        }

        stage.Clock.SetUtcNow(Sessions.At(2026, 9, 10, 14));
        await stage.FireAsync(nameof(SendQuestions));
        await stage.TickAsync(InvitationDay);
        await stage.DeliveredAsync(Invitation);
        await stage.TickAsync(Sessions.At(2026, 9, 28, 9));
        await stage.DeliveredAsync(CampaignId.Reminder(October, 7));
        await AnnounceAsync(stage);
        await ChangeAsync(stage);
        await stage.SubscribeAsync(Vera.Email, ("regions", "jena"));
        await stage.ConfirmationAsync(Vera.Email, count: 2);

        var email = EmailAddress.Stored(Vera.Email);
        await AddRowsAsync(stage, email);
        await stage.Service<StaffNotices>().TellAsync(new("frage", "Eine Frage", [$"Von {Vera.Email}."], []), default);
        await stage.Service<FailedFiles>().ReportAsync("programme", "2026.csv", "\"1\"",
            [new(3, "Moderation", $"„{Vera.Email}“ ist kein Name.")], FailedFiles.Unchanged, "/redaktion/termine/datei", default);
        await stage.PutAsync(Containers.Notes, $"{October.Id}/notes.md", $"---\nstatus: entwurf\n---\nKontakt: {Vera.Email}");
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync("redaktion@thaff.example")).Count >= 4);
    }

    /// <summary>To the list and to the attendees.</summary>
    static async Task AnnounceAsync(Stage stage)
    {
        using var staff = await stage.StaffAsync();
        foreach (var session in new[] { null, October.Id.Value })
        {
            var id = await staff.AnnounceAsync(new { subject = "Neues", text = $"Fragen an {Vera.Email}.", session });
            await staff.DoAsync(id, $"release?recipients={(await staff.ReadAsync(id, "/preview"))["recipients"]}");
            await stage.TickAsync();
            await stage.DeliveredAsync(id);
        }
    }

    /// <summary>October moves to another house, and everybody is told.</summary>
    static async Task ChangeAsync(Stage stage)
    {
        await stage.PlanAsync(October with { Seats = 2, Place = "Kammer, Gera", Revision = 1 });
        stage.Clock.Advance(TimeSpan.FromMinutes(15));
        await stage.FireAsync(nameof(FollowProgramme), October.Id.Value);
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Person.Bo.Email))
            .Any(mail => mail.Subject.StartsWith("Geändert", StringComparison.Ordinal)));
        await stage.SettledAsync();
    }

    /// <summary>What is there for seconds only, while its message is on the way; and what an event may leave behind.</summary>
    static async Task AddRowsAsync(Stage stage, EmailAddress email)
    {
        var key = (await stage.Service<PersonalRowStore>().PersonsAsync(October.Id, email, default))[0];
        var table = stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations);
        await table.UpsertEntityAsync(NewsletterRequestRow.Of(October.Id, key, new(stage.Clock.GetUtcNow(), "Test")));
        await table.UpsertEntityAsync(ApplicationRow.Of(new("0123", new(October.Id, Vera.FirstName, Vera.LastName, email, "Werkstatt",
            Sector.All[0], Region.All[0], "", NewsletterAskedFrom: null))));
        await stage.Service<TableServiceClient>().GetTableClient(Tables.Subscribers).UpsertEntityAsync(
            new TableEntity(stage.Service<Suppression>().KeyOf(email).Partition, stage.Service<Suppression>().KeyOf(email).Row)
            {
                [nameof(SuppressionScope.MailingList)] = stage.Clock.GetUtcNow(),
            });
    }

    static async Task AssertGoneAsync(Stage stage)
    {
        var dump = await StorageDump.OfAsync(stage);
        foreach (var text in new[] { Vera.Email, Vera.FirstName, Vera.LastName, Colleague.FirstName, "vera.gm" })
            foreach (var form in StorageDump.FormsOf(text)) Assert.DoesNotContain(form, dump, StringComparison.Ordinal);
    }

    static async Task<JsonNode> AskAsync(Stage stage, string address, bool erase = false)
    {
        var answer = await stage.Http.PostAsJsonAsync("/api/operator/person", new { address, erase });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
