using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Mail;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.MailingList.Import;
using ThaffFunctions.MailingList.SigningUp;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Browser.Tests;

/// <summary>Forms that are refused: the summary has the focus and leads to the fields, and everybody can read the page.</summary>
public sealed partial class FormErrorTests : RedaktionVisit
{
    const string Termin = $"/redaktion/termine/{Session}";
    const string Mistake = "/redaktion/termine/2027-12-versehen";
    const string Address = "eine@firma.example", Subscribed = "andere@kammer.example", Asked = "gefragt@kammer.example";

    protected override string More => """

            onlineLink: https://konferenz.example/raum
            seatsOnline: 5
            needsUntil: 2026-10-04
          - id: 2027-12-versehen
            title: Versehen
            date: 2027-12-06
            start: 10:00
            end: 12:00
            place: Haus der Wirtschaft, Erfurt
            seats: 1
        """;

    [Fact]
    public async Task Every_form_of_the_Redaktion_that_was_open_for_too_long_says_so_and_takes_the_focus_there()
    {
        await ArrangeAsync();
        await visitor.SignInAsync();
        HashSet<string> actions = [];
        List<string> faults = [];
        foreach (var open in Pages())
        {
            await open();
            var forms = visitor.Page.Locator("main form[method=post]");
            var count = await forms.CountAsync();
            for (var number = 0; number < count; number++)
            {
                if (number > 0) await open();
                var form = forms.Nth(number);
                var action = await form.GetAttributeAsync("action") ?? "";
                if (!actions.Add(action)) continue;

                stage.Clock.Advance(TimeSpan.FromHours(13));
                await form.Locator("button[type=submit]").First.ClickAsync();
                await Assertions.Expect(visitor.Page.Locator(".problems")).ToBeFocusedAsync();
                await Assertions.Expect(visitor.Page.Locator(".problems")).ToContainTextAsync("Es ist noch nichts geschehen");
                faults.AddRange((await visitor.SummaryFaultsAsync()).Select(fault => $"{action}: {fault}"));
                if (await visitor.OverhangAsync() is > 0 and var pixels) faults.Add($"{action}: {pixels} px sideways");
            }
        }

        Assert.Empty(faults);
        Assert.Empty(visitor.Faults);
        Assert.DoesNotContain(PostedTo(), route => !actions.Any(action => Matches(route, action)));
    }

    [Fact]
    public async Task Every_field_that_is_wrong_is_named_in_a_summary_that_has_the_focus()
    {
        await ArrangeAsync();
        await visitor.SignInAsync();
        var entry = await EntryAsync();
        var attendee = await AttendeeAsync("Bo Klein");
        var walk = new Walk(visitor);
        List<string> faults = [];
        foreach (var (page, fields, button) in new (string Page, (string, string)[] Fields, string Button)[]
        {
            ("/redaktion/termine/neu", [], "Speichern"), (Termin, [("seats", "0"), ("title", "")], "Speichern"), (Termin, [], "Termin absagen"), (Mistake, [], "Termin löschen"),
            (Termin, [("status", "cancelled"), ("title", "Anders"), ("place", "Rathaus, Gera")], "Speichern"),
            (List + "/neu", [("firstName", "Vera"), ("lastName", "Groß"), ("phone", "0361 66")], "Anmelden"),
            ("/redaktion/termine/datei", [], "Unterschiede zeigen"), (List + "/neu", [], "Anmelden"),
            (List + "/neu", [("firstName", "www.firma.example"), ("email", "keine")], "Anmelden"), (attendee, [("lastName", ""), ("email", "x")], "Speichern"),
            ("/redaktion/bedarf", [("[name=text]", new string('a', 501))], "Zusagen"), ("/redaktion/verteiler", [], "Suchen"),
            ("/redaktion/verteiler", [], "Einlesen"), ("/redaktion/verteiler/aufnehmen", [], "Aufnehmen"),
            ("/redaktion/verteiler/aufnehmen", [("email", Address), ("source", "Messe")], "Aufnehmen"),
            (Found("/redaktion/verteiler", Address), [], "Sperre aufheben"), ("/redaktion/einwilligungen", [], "Nachweise zeigen"),
            ("/redaktion/aussendungen/neu", [], "Speichern und ansehen"), ("/redaktion/aussendungen", [], "Abbrechen"),
            ($"/redaktion/dokumentation/{Session}", [], "Hochladen"), ("/redaktion/datenschutz", [], "Suchen"),
            (Found("/redaktion/datenschutz", Address), [("nochmals", "andere@firma.example")], "Überall löschen"),
            (entry, [("passedTo", "Landesamt"), ("answeredBy", "Amt")], "Speichern"),
        })
        {
            await OpenAsync(page);
            if (page == "/redaktion/aussendungen") await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Einladung" }).First.ClickAsync();
            foreach (var (field, text) in fields)
            {
                var control = visitor.Page.Locator(field.StartsWith('[') ? field : $"main #{field}").First;
                if (field == "status") await control.SelectOptionAsync(text);
                else await control.FillAsync(text);
            }

            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
            await Assertions.Expect(visitor.Page.Locator(".problems")).ToBeFocusedAsync();
            faults.AddRange((await visitor.SummaryFaultsAsync()).Select(fault => $"{page} {button}: {fault}"));
            foreach (var (field, text) in fields.Where(field => !field.Item1.StartsWith('[')))
                await Assertions.Expect(visitor.Page.Locator($"main #{field}").First).ToHaveValueAsync(text);
            await walk.LookAsync($"{page} {button} {fields.Length}");
        }

        Assert.Empty(faults);
        await walk.EndAsync();
    }

    [Fact]
    public async Task Every_public_form_that_is_refused_takes_the_focus_to_its_summary_and_keeps_what_was_typed()
    {
        await RegisterAsync("Ada", "Löwe", "ada@werkstatt.example");
        var manage = new Uri(Link().Match((await MailAsync("ada@werkstatt.example")).Text).Value).PathAndQuery;
        var walk = new Walk(visitor);
        List<string> faults = [];
        foreach (var (page, fields, button) in new (string Page, (string, string)[] Fields, string Button)[]
        {
            ($"/termine/{Session}", [], ""), ($"/en/termine/{Session}", [("firstName", "Ada"), ("email", "none")], ""),
            ("/newsletter", [], "Newsletter bestellen"), ("/en/newsletter", [("email", "none")], "Subscribe to the newsletter"),
            (manage, [("lastName", "")], "Änderungen speichern"), ("/en" + manage, [("firstName", "")], "Save changes"),
        })
        {
            await visitor.OpenAsync(page);
            foreach (var (field, text) in fields) await visitor.Page.Locator($"main #{field}").FillAsync(text);
            var submit = visitor.Page.Locator("main form[method=post] button[type=submit]");
            await (button.Length == 0 ? submit : submit.Filter(new() { HasText = button })).First.ClickAsync();
            await Assertions.Expect(visitor.Page.Locator(".problems")).ToBeFocusedAsync();
            faults.AddRange((await visitor.SummaryFaultsAsync()).Select(fault => $"{page}: {fault}"));
            foreach (var (field, text) in fields) await Assertions.Expect(visitor.Page.Locator($"main #{field}")).ToHaveValueAsync(text);
            await walk.LookAsync($"{page.Split('?')[0]} {button} {fields.Length}");
        }

        Assert.Empty(faults);
        await walk.EndAsync();
    }

    /// <summary>
    /// A caller who must be called, somebody with a need who waits, an address on the list that is suppressed, and a report on contacts.
    /// </summary>
    async Task ArrangeAsync()
    {
        await RegisterAsync("Ada", "Löwe", "ada@werkstatt.example");
        var preferences = Preferences.Invitations;
        foreach (var address in new[] { Address, Subscribed })
            await stage.Service<Subscribers>().AddConfirmedAsync(EmailAddress.Stored(address), preferences,
                Consent.Imported("Test", "Ja.", preferences, stage.Clock.GetUtcNow()), default);
        await stage.Service<DoubleOptIn>().AskAsync(
            EmailAddress.Stored(Asked), preferences, stage.Clock.GetUtcNow(), "Test", Language.German, "Test", default);
        await stage.Service<Suppression>().SuppressAsync(EmailAddress.Stored(Address), SuppressionScope.Everything, default);
        await stage.Service<ContactReports>().SaveAsync(new("messe.csv", "0x1", 2, stage.Clock.GetUtcNow())
        {
            Refused = [new(2, "E-Mail", "Das ist keine Adresse.")],
        }, default);
        var poison = stage.Service<QueueServiceClient>().GetQueueClient("publications-poison");
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync("kein Termin");
        await visitor.SignInAsync();
        await visitor.OpenAsync(List + "/neu");
        foreach (var (field, text) in new[] { ("firstName", "Vera"), ("lastName", "Groß"), ("phone", "0361 55") })
            await visitor.Page.Locator($"#{field}").FillAsync(text);
        await visitor.Page.Locator("#attendance-onSite").CheckAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Anmelden", Exact = true }).ClickAsync();
        await visitor.OpenAsync(await AttendeeAsync("Ada Löwe"));
        await visitor.Page.Locator("#ja").CheckAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Anmeldung absagen" }).ClickAsync(); // Vera moves up, and no mail tells her
        await RegisterAsync("Bo", "Klein", "bo@pflege.example");
        await MailAsync("bo@pflege.example");
        await Stage.EventuallyAsync(async () =>
        {
            await visitor.OpenAsync(await AttendeeAsync("Vera Groß"));
            return await visitor.Page.Locator("form[action$=angerufen]").CountAsync() > 0;
        });
    }

    /// <summary>The pages with forms.</summary>
    IEnumerable<Func<Task>> Pages()
    {
        foreach (var path in new[]
        {
            "/redaktion", "/redaktion/termine/neu", Termin, Mistake, "/redaktion/termine/datei", List, List + "/neu", "/redaktion/bedarf", "/redaktion/aussendungen/neu",
            "/redaktion/verteiler", Found("/redaktion/verteiler", Address), Found("/redaktion/verteiler", Subscribed),
            Found("/redaktion/verteiler", Asked),
            "/redaktion/verteiler/aufnehmen", "/redaktion/einwilligungen", "/redaktion/zustand/vorgaenge",
            "/redaktion/datenschutz", Found("/redaktion/datenschutz", Address), $"/redaktion/dokumentation/{Session}",
            "/redaktion/dokumentation/good-practice",
        })
            yield return () => OpenAsync(path);
        foreach (var name in new[] { "Vera Groß", "Bo Klein" })
            yield return async () => await visitor.OpenAsync(await AttendeeAsync(name));
        yield return async () => await visitor.OpenAsync(await EntryAsync());
        yield return async () =>
        {
            await visitor.OpenAsync("/redaktion/aussendungen");
            await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Einladung" }).First.ClickAsync();
            await visitor.Page.WaitForURLAsync("**/redaktion/aussendungen/*");
        };
        yield return async () =>
        {
            await visitor.OpenAsync("/redaktion/aussendungen/neu");
            await visitor.Page.Locator("#subject").FillAsync("Neuer Raum");
            await visitor.Page.Locator("#text").FillAsync("Wir ziehen um.");
            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Speichern und ansehen" }).ClickAsync();
            await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Bearbeiten" }).ClickAsync();
            await visitor.Page.WaitForURLAsync("**/redaktion/aussendungen/mitteilungen/*");
        };
        yield return async () =>
        {
            await visitor.OpenAsync("/redaktion/termine/datei");
            await visitor.Page.SetInputFilesAsync("#datei", new FilePayload
            {
                Name = "2026.yaml",
                MimeType = "text/plain",
                Buffer = System.Text.Encoding.UTF8.GetBytes((Programme + More).Replace("Sprache im", "Deutsch im", StringComparison.Ordinal)),
            });
            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Unterschiede zeigen" }).ClickAsync();
            await Assertions.Expect(visitor.Page.Locator("form[action$=uebernehmen]")).ToHaveCountAsync(1);
        };
    }

    /// <summary>A page on which the address has been looked for.</summary>
    static string Found(string page, string address) => $"{page}#{address}";

    async Task OpenAsync(string page)
    {
        await visitor.OpenAsync(page.Split('#')[0]);
        if (page.Split('#') is not [_, var address]) return;

        await visitor.Page.Locator("#email").FillAsync(address);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Suchen", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#gefunden, #nochmals").First).ToBeVisibleAsync();
    }

    async Task<string> AttendeeAsync(string name)
    {
        await visitor.OpenAsync(List);
        return (await visitor.Page.GetByRole(AriaRole.Link, new() { Name = name }).First.GetAttributeAsync("href"))!;
    }

    async Task<string> EntryAsync()
    {
        await visitor.OpenAsync("/redaktion/fragen");
        return (await visitor.Page.Locator("main a[href^='/redaktion/fragen/']").First.GetAttributeAsync("href"))!;
    }

    Task<SentMail> MailAsync(string to) => Stage.EventuallyAsync(async () => await stage.MailsAsync(to) is [var first, ..] ? first : null);

    /// <summary>The routes of the functions that take a form from a page of the Redaktion.</summary>
    static IEnumerable<string> PostedTo() =>
        from type in typeof(ThaffFunctionsApp).Assembly.GetTypes()
        from method in type.GetMethods()
        from parameter in method.GetParameters()
        let http = parameter.GetCustomAttribute<HttpTriggerAttribute>()
        where http?.Route?.StartsWith("redaktion", StringComparison.Ordinal) == true && http.Methods!.Contains("post")
        select http.Route;

    static bool Matches(string route, string action) =>
        Regex.IsMatch(action, "^/" + Parameter().Replace(route, "[^/]+") + "$");

    [GeneratedRegex(@"https?://\S+/anmeldung\?\S+")]
    private static partial Regex Link();

    [GeneratedRegex(@"\{[^}]*\}+")]
    private static partial Regex Parameter();
}
