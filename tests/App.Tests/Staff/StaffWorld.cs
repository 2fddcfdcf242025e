using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Mail;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Import;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Campaigns;
using ThaffFunctions.Tests.Hosting;
using ThaffFunctions.Tests.Insights;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Programme;
using ThaffFunctions.Tests.Registration;

namespace ThaffFunctions.Tests.Staff;

/// <summary>So much is stored that every form of the Redaktion is on some page.</summary>
sealed partial class StaffWorld : IAsyncDisposable
{
    public const string Subscriber = "eine@firma.example", Suppressed = "gesperrt@firma.example", Asked = "gefragt@firma.example";
    public const string Chapter = "notes-file";

    public static readonly Session October = TestSessions.October with
    {
        Seats = 1,
        SeatsOnline = 5,
        NeedsUntil = new(2026, 9, 21, 22, 0, 0, TimeSpan.Zero),
    };

    public static readonly Session August = InsightDesk.Planned("2026-08-august") with
    {
        Start = new(2026, 8, 10, 8, 0, 0, TimeSpan.Zero),
        End = new(2026, 8, 10, 10, 0, 0, TimeSpan.Zero),
        RegistrationCloses = new(2026, 8, 9, 8, 0, 0, TimeSpan.Zero),
    };

    /// <summary>Nobody knows of it.</summary>
    public static readonly Session Mistake = TestSessions.October with
    {
        Id = SessionId.Parse("2027-12-versehen")!.Value,
        Title = "Versehen",
        Start = TestSessions.October.Start.AddDays(430),
        End = TestSessions.October.End.AddDays(430),
        RegistrationOpens = TestSessions.October.RegistrationOpens.AddDays(430),
        RegistrationCloses = TestSessions.October.RegistrationCloses.AddDays(430),
    };

    /// <summary>Mailings of August: each may be done something with.</summary>
    public static readonly CampaignId Planned = CampaignId.Invitation(October.Id), Running = CampaignId.Invitation(August.Id),
        Paused = CampaignId.NewAnnouncement(August.Id), Held = CampaignId.NewAnnouncement(October.Id);

    /// <summary>A picture of one pixel.</summary>
    static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    readonly Dictionary<string, string> keys;

    StaffWorld(Stage stage, StaffBrowser staff, Dictionary<string, string> keys, string entry) =>
        (Stage, Staff, this.keys, Entry) = (stage, staff, keys, entry);

    public Stage Stage { get; }

    public StaffBrowser Staff { get; }

    /// <summary>An entry of the register.</summary>
    public string Entry { get; }

    public static string List => $"/redaktion/termine/{October.Id}/anmeldungen";

    public static async Task<StaffWorld> OpenAsync(string? storage = null, Action<IServiceCollection>? replace = null)
    {
        var stage = await Stage.OpenAsync(storage: storage, replace: replace, settings: new(StaffSignIn.On)
        {
            ["Documentation:QuietSeconds"] = "1",
            ["AzureWebJobs.DeliverBatch.Disabled"] = "true",
        });
        await stage.DocumentAsync(August, "## Offene Fragen\n\n- Wer trägt die Kosten?\n");
        await stage.PlanAsync(October);
        await stage.PlanAsync(Mistake);
        await stage.PutAsync(Containers.Notes, $"{October.Id}/punkt.png", Pixel);
        await stage.PutAsync(Containers.Notes, $"{October.Id}/notes.md",
            "---\nstatus: entwurf\n---\n# Sprache\n\nEin Text.\n\n![Ein Punkt](punkt.png)\n");
        foreach (var person in new[] { Person.Ada, Person.Bo })
            await stage.PostFormAsync(person, null, ("attendance", "onSite"), ("needs", "gebaerdensprache"));
        var staff = await StaffBrowser.OpenAsync(stage);
        await staff.DoAsync($"/redaktion/termine/{October.Id}/anmeldungen/neu", null, ("firstName", "Vera"), ("lastName", "Groß"),
            ("phone", "0361 55"), ("attendance", "onSite"));
        foreach (var address in new[] { Subscriber, Suppressed }) await stage.AddActiveAsync(address);
        await stage.SubscribeAsync(Asked);
        await stage.Service<Suppression>().SuppressAsync(EmailAddress.Stored(Suppressed), SuppressionScope.Everything, default);
        await AddCampaignsAsync(stage);
        await stage.Service<ContactReports>().SaveAsync(new("alt.csv", "0x1", 2, stage.Clock.GetUtcNow())
        {
            Refused = [new(2, "E-Mail", "Das ist keine Adresse.")],
        }, default);

        var poison = stage.Service<QueueServiceClient>().GetQueueClient(Queues.Publications + Queues.Poison);
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync("kein Termin");
        await stage.SettledAsync();
        var people = await stage.Service<RegistrationStore>().EverybodyAsync(October.Id, default).ToListAsync();
        await stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations).UpdateEntityAsync(
            AttendeeRow.Of(people.Single(person => person.FirstName == "Vera") with { CallAbout = [new("mail", "Änderung")] }),
            Azure.ETag.All, TableUpdateMode.Replace);
        var entry = $"/redaktion/fragen/{(await stage.EntriesAsync(August.Id))[0].Id}";
        var world = new StaffWorld(
            stage, staff, people.ToDictionary(person => person.FirstName, person => person.Key), entry);
        await Stage.EventuallyAsync(async () => (await world.Staff.SeeAsync($"/redaktion/dokumentation/{October.Id}"))
            .QuerySelector("form[action$=stand]") is not null);
        return world;
    }

    public string PageOf(string firstName) => $"{List}/{keys[firstName]}";

    /// <summary>Each form that staff can post, with something typed.</summary>
    public IReadOnlyList<StaffForm> Forms()
    {
        var (session, document) = ($"/redaktion/termine/{October.Id}", $"/redaktion/dokumentation/{October.Id}");
        return
        [
            On("/redaktion/termine/datei", "CompareProgrammeFile") with { Files = [("datei", "2027.yaml", ProgrammeFiles.One)] },
            new("ReceiveProgramme", "/redaktion/termine/datei/uebernehmen", CompareAsync),
            On("/redaktion/termine/neu", "CreateSession", ("id", "2027-05-neues"), ("title", "Neues"), ("date", "2027-05-04"),
                ("start", "10:00"), ("end", "12:00"), ("place", "Gera"), ("seats", "30"), ("sectors", "it"), ("description", "Viel *Text*"),
                ("speakers", "Ada\nBo")),
            On(session, "EditSession", ("title", "Anders"), ("place", "Rathaus"), ("sectors", "bau"), ("sectors", "it")),
            At(session, session + "/absagen", "CancelSession", ("ja", "ja")),
            At($"/redaktion/termine/{Mistake.Id}", $"/redaktion/termine/{Mistake.Id}/loeschen", "DeleteSession", ("weg", "ja")),
            On(List, "SearchRegistrations", ("suche", "Löwe"), ("sector", "handwerk"), ("region", "erfurt"), ("stand", "Seated"),
                ("teilnahme", "onSite"), ("bedarf", "ja"), ("frage", "ja")),
            On(List + "/neu", "AddAttendee", ("firstName", "Cem"), ("lastName", "Neu"), ("email", "cem@bau.example"), ("company", "Bau"),
                ("sector", "bau"), ("region", "gera"), ("question", "Wer\nzahlt?"), ("needs", "gebaerdensprache"), ("needsOther", "Platz"),
                ("attendance", "online")),
            On(PageOf("Ada"), "CorrectAttendee", ("firstName", "Adele"), ("company", "Werk"), ("question", "Wo?")),
            At(PageOf("Vera"), PageOf("Vera") + "/nachruecken", "SeatAttendee", ("gesagt", "ja")),
            At(PageOf("Vera"), PageOf("Vera") + "/wechseln", "SwitchAttendee", ("gesagt", "ja")),
            At(PageOf("Ada"), PageOf("Ada") + "/bestaetigung", "ConfirmAttendeeAgain"),
            At(PageOf("Vera"), PageOf("Vera") + "/absagen", "CancelAttendee", ("gesagt", "ja"), ("ja", "ja")),
            At(PageOf("Vera"), PageOf("Vera") + "/angerufen", "CallAttendee"),
            On("/redaktion/bedarf", "AnswerNeeds", ("text", "Gerne."), ("answer", "granted")) with
            {
                Holding = $"input[value='{keys["Ada"]}']",
            },
            On("/redaktion/aussendungen/neu", "ComposeAnnouncement", ("subject", "Neues"), ("text", "Ein *Tipp*"), ("regions", "jena"),
                ("sectors", "it"), ("due", "2026-10-01T09:00")),
            On($"/redaktion/aussendungen/mitteilungen/{Held}", "RewriteAnnouncement", ("subject", "Ganz neu geschrieben")),
            OfCampaign(Planned, "anhalten"), OfCampaign(Held, "freigeben", ("anzahl", "1")), OfCampaign(Running, "unterbrechen"),
            OfCampaign(Paused, "fortsetzen"), OfCampaign(Planned, "abbrechen", ("sicher", "true")), OfCampaign(Planned, "test"),
            On("/redaktion/verteiler", "FindSubscriber", ("email", "niemand@firma.example")),
            At("/redaktion/verteiler", "/redaktion/verteiler/einlesen", "ReceiveContacts") with
            {
                Files = [("datei", "kontakte.csv", "E-Mail\nneu@firma.example\n")],
            },
            At("/redaktion/verteiler", "/redaktion/verteiler/zaehlen", "CountListNow"),
            At("/redaktion", "/redaktion/berichte/erledigt", "TickOffReport"),
            On("/redaktion/zustand/vorgaenge", "DecideOnLeftBehind", ("tun", "erledigt")),
            On("/redaktion/verteiler/aufnehmen", "EnterContact", ("email", "neu@kammer.example"), ("name", "Neu"), ("organisation", "Kammer"),
                ("source", "Messe"), ("given", "2026-08-01"), ("regions", "jena"), ("sectors", "it"), ("documentation", "true")),
            OfSubscriber(Subscriber, "auswahl", "ChooseForSubscriber", ("regions", "jena"), ("regions", "gera"), ("sectors", "it"),
                ("documentation", "true")),
            OfSubscriber(Subscriber, "kontakt", "CorrectContact", ("name", "Kim Muster-Beispiel"), ("organisation", "Werkstatt"),
                ("kind", "Multiplikator")),
            OfSubscriber(Subscriber, "abbestellen", "EndForSubscriber", ("sicher", "ja")),
            OfSubscriber(Asked, "bestaetigung", "AskSubscriberAgain"),
            OfSubscriber(Suppressed, "aufheben", "LiftSuppression", ("grund", "Das Postfach besteht wieder.")),
            On("/redaktion/einwilligungen", "ProveConsents", ("email", "niemand@firma.example")),
            At("/redaktion/datenschutz", "/redaktion/datenschutz", "FindPerson", ("email", "niemand@firma.example")),
            new("ErasePerson", "/redaktion/datenschutz/loeschen", browser => FoundAsync(browser, "/redaktion/datenschutz", Person.Bo.Email),
                ("nochmals", Person.Bo.Email)),
            At(document, document + "/stand", "DecideOnDocument", ("entscheidung", "veroeffentlichen")),
            At(document, document + "/hochladen", "ReceiveFiles") with { Files = [("mitschrift", "mein.md", "# Sprache\n\nAnders.\n")] },
            At(document, document + "/loeschen", "RemoveFile"),
            On(Entry, "RecordInsight", ("passedTo", "das Landesamt"), ("passedOn", "2026-08-20"), ("answerBy", "2026-12-01"),
                ("answer", "Der Betrieb."), ("answeredBy", "das Ministerium"), ("answeredOn", "2026-08-25")),
        ];
    }

    /// <summary>The functions that take a form from a page of the Redaktion.</summary>
    public static IReadOnlyList<string> Functions { get; } =
    [
        .. from function in FunctionRules.FunctionsOf(typeof(ThaffFunctionsApp).Assembly.GetTypes())
           let http = function.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
               .FirstOrDefault(trigger => trigger is not null)
           where http?.Route?.StartsWith("redaktion", StringComparison.OrdinalIgnoreCase) == true
               && http.Methods!.Contains("post", StringComparer.OrdinalIgnoreCase)
           select FunctionRules.NameOf(function),
    ];

    /// <summary>The functions that show a page of the Redaktion, or send one of its files, with their routes.</summary>
    public static IReadOnlyList<(string Function, string Route)> Pages { get; } =
    [
        .. from function in FunctionRules.FunctionsOf(typeof(ThaffFunctionsApp).Assembly.GetTypes())
           let http = function.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
               .FirstOrDefault(trigger => trigger is not null)
           where http?.Route?.StartsWith("redaktion", StringComparison.OrdinalIgnoreCase) == true
               && http.Methods!.Contains("get", StringComparer.OrdinalIgnoreCase)
           select (FunctionRules.NameOf(function), http.Route),
    ];

    /// <summary>An address for each of <see cref="Pages"/>, by its function, where there is something to see.</summary>
    public IReadOnlyDictionary<string, string> PagesByFunction() => Pages.ToDictionary(page => page.Function, page =>
        "/" + (page.Route.StartsWith("redaktion/aussendungen/mitteilungen", StringComparison.Ordinal) ? Filled(page.Route, $"{Held}")
            : page.Route.StartsWith("redaktion/aussendungen", StringComparison.Ordinal) ? Filled(page.Route, $"{Planned}")
            : page.Route.StartsWith("redaktion/fragen/", StringComparison.Ordinal) ? Entry[1..]
            : Filled(page.Route, October.Id.Value)).Replace("{key:length(32)}", PageOf("Ada").Split('/')[^1], StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        Staff.Dispose();
        await Stage.DisposeAsync();
    }

    static async Task AddCampaignsAsync(Stage stage)
    {
        var (store, now) = (stage.Service<CampaignStore>(), stage.Clock.GetUtcNow());
        foreach (var campaign in new[]
        {
            Campaign.Start(Running, now) with { State = CampaignState.Sending, Remaining = "", Recipients = 1 },
            (Campaign.Start(Paused, now) with { Announcement = new("Alt", "Text", new([], [], [])) }).Pause(now)!,
            (Campaign.Plan(Held, now) with { Announcement = new("Neu", "Text", new([], [], [])) }).Hold()!,
        })
            Assert.True(await store.AddAsync(campaign, default));
    }

    /// <summary>A route whose id is filled in; the file of notes stands for files, and a picture for pictures.</summary>
    static string Filled(string route, string id) => Id().Replace(route, id)
        .Replace("/bilder/{*name}", "/bilder/punkt.png", StringComparison.Ordinal).Replace("{*name}", "notes.md", StringComparison.Ordinal)
        .Replace("{chapter}", Chapter, StringComparison.Ordinal);

    static StaffForm On(string page, string function, params (string, string)[] typed) => At(page, page, function, typed);

    static StaffForm At(string page, string action, string function, params (string, string)[] typed) =>
        new(function, action, browser => browser.SeeAsync(page), typed);

    static StaffForm OfCampaign(CampaignId id, string act, params (string, string)[] typed) =>
        At($"/redaktion/aussendungen/{id}", $"/redaktion/aussendungen/{id}/{act}", "ActOnCampaign", typed);

    static StaffForm OfSubscriber(string email, string act, string function, params (string, string)[] typed) =>
        new(function, $"/redaktion/verteiler/{act}", browser => FoundAsync(browser, "/redaktion/verteiler", email), typed);

    static async Task<IHtmlDocument> FoundAsync(StaffBrowser browser, string page, string email)
    {
        var form = (await browser.SeeAsync(page)).QuerySelectorAll("form[method=post]")
            .First(form => form.GetAttribute("action") == page && form.QuerySelector("[name=email]") is not null);
        return await StaffBrowser.PageAsync(
            await browser.Http.PostAsync(page, new FormUrlEncodedContent(StaffBrowser.Filled(form, ("email", email)))),
            HttpStatusCode.OK);
    }

    async Task<IHtmlDocument> CompareAsync(StaffBrowser browser)
    {
        var form = Forms()[0];
        return await form.PostAsync(browser, await form.FillAsync(browser), HttpStatusCode.OK);
    }

    [GeneratedRegex(@"\{(?:id|folder)[^}]*\}")]
    private static partial Regex Id();
}
