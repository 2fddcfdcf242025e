using System.Net;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared.Links;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Registration.Seating;

namespace ThaffFunctions.Tests.Registration.Managing;

public sealed partial class ManageRegistrationTests : IAsyncLifetime
{
    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October with { Seats = 1 });
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task The_confirmation_brings_the_calendar_entry_and_a_link_of_ones_own()
    {
        await stage.RegisterAsync(Person.Ada, null, ("question", "Wie geht das mit dem Visum?"));

        var mail = await MailAsync(Person.Ada, "Angemeldet für");
        Assert.Contains("Guten Tag Ada Löwe,", WebUtility.HtmlDecode(mail.Html), StringComparison.Ordinal);
        Assert.Contains("Guten Tag Ada Löwe,", mail.Text, StringComparison.Ordinal);
        Assert.Contains("/impressum", mail.Text, StringComparison.Ordinal);
        Assert.Contains("/datenschutz", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Visum", mail.Html + mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("List-Unsubscribe", mail.Headers.Keys);
        Assert.Equal("text/calendar", Assert.Single(mail.Attachments).Type);
        Assert.Contains("METHOD:REQUEST", mail.Calendar, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:0", mail.Calendar, StringComparison.Ordinal);

        var page = await stage.Http.GetStringAsync(LinkIn(mail));
        Assert.Contains("Sie haben einen Platz.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("an die nächste Person", WebUtility.HtmlDecode(page), StringComparison.Ordinal); // nobody waits
    }

    [Fact]
    public async Task A_name_is_text_on_the_page_whatever_it_holds()
    {
        await stage.RegisterAsync(Person.Ada with { FirstName = "<b>Ada</b>" });

        var page = await stage.Http.GetStringAsync(LinkIn(await MailAsync(Person.Ada, "Angemeldet für")));

        Assert.Contains("&lt;b&gt;Ada&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Ada", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_gets_no_calendar_entry_until_a_seat_is_free()
    {
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        await stage.RegisterAsync(Person.Cem);
        var waiting = await MailAsync(Person.Bo, "Warteliste");
        Assert.Empty(waiting.Attachments);

        var cancelled = await PostAsync(LinkIn(await MailAsync(Person.Ada, "Angemeldet für")), ("action", "cancel"));

        Assert.Equal(HttpStatusCode.SeeOther, cancelled.StatusCode);
        Assert.Contains("Abgesagt.", await stage.Http.GetStringAsync(cancelled.Headers.Location), StringComparison.Ordinal);
        Assert.Contains("METHOD:REQUEST", (await MailAsync(Person.Bo, "Sie haben einen Platz")).Calendar, StringComparison.Ordinal);
        var goodbye = await MailAsync(Person.Ada, "Ihre Absage für");
        Assert.Contains("METHOD:CANCEL", goodbye.Calendar, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", goodbye.Calendar, StringComparison.Ordinal);
        Assert.Equal(["Bo"], await NamesAsync(AttendeeState.Seated));
        Assert.Equal(["Cem"], await NamesAsync(AttendeeState.Waiting));
    }

    [Fact]
    public async Task Who_leaves_the_waiting_list_had_no_calendar_entry_to_take_back()
    {
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);

        await PostAsync(LinkIn(await MailAsync(Person.Bo, "Warteliste")), ("action", "cancel"));

        var goodbye = await MailAsync(Person.Bo, "Ihre Absage für");
        Assert.Empty(goodbye.Attachments);
        Assert.Contains("nicht mehr auf der Warteliste", goodbye.Text, StringComparison.Ordinal);
        Assert.Equal(["Ada"], await NamesAsync(AttendeeState.Seated));
    }

    [Fact]
    public async Task A_page_of_ones_own_is_kept_nowhere()
    {
        await stage.RegisterAsync(Person.Ada);

        var page = await stage.Http.GetAsync(LinkIn(await MailAsync(Person.Ada, "Angemeldet für")));

        Assert.True(page.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("a{b}|c@firma.example")]
    [InlineData("100%#?/&@firma.example")]
    public async Task Every_address_that_may_register_gets_its_mail(string email)
    {
        await stage.RegisterAsync(Person.Ada with { Email = email });

        var calendar = (await MailAsync(new("Ada", "Löwe", email), "Angemeldet für")).Calendar.ReplaceLineEndings("").Replace(" ", "",
            StringComparison.Ordinal);
        Assert.Contains($"mailto:{Uri.EscapeDataString(email[..email.IndexOf('@', StringComparison.Ordinal)])}@firma.example", calendar,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_twice_frees_one_seat()
    {
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        await stage.RegisterAsync(Person.Cem);
        var link = LinkIn(await MailAsync(Person.Ada, "Angemeldet für"));

        await Task.WhenAll(PostAsync(link, ("action", "cancel")), PostAsync(link, ("action", "cancel")));

        Assert.Equal(["Bo"], await NamesAsync(AttendeeState.Seated));
        Assert.Equal(["Cem"], await NamesAsync(AttendeeState.Waiting));
    }

    [Fact]
    public async Task Nobody_moves_up_in_the_last_day()
    {
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        var link = LinkIn(await MailAsync(Person.Ada, "Angemeldet für"));

        stage.Clock.SetUtcNow(TestSessions.October.Start.AddHours(-24));
        var page = WebUtility.HtmlDecode(await stage.Http.GetStringAsync(link));
        Assert.DoesNotContain("an die nächste Person", page, StringComparison.Ordinal);
        await PostAsync(link, ("action", "cancel"));

        Assert.Empty(await NamesAsync(AttendeeState.Seated));
        Assert.Equal(["Bo"], await NamesAsync(AttendeeState.Waiting));
    }

    [Fact]
    public async Task Who_comes_back_after_cancelling_stands_at_the_end_of_the_line()
    {
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        await PostAsync(LinkIn(await MailAsync(Person.Ada, "Angemeldet für")), ("action", "cancel"));

        await stage.RegisterAsync(Person.Ada);

        await MailAsync(Person.Ada, "Warteliste");
        Assert.Equal(["Bo"], await NamesAsync(AttendeeState.Seated));
        Assert.Equal(["Ada"], await NamesAsync(AttendeeState.Waiting));
    }

    [Fact]
    public async Task Details_can_be_corrected()
    {
        await stage.RegisterAsync(Person.Ada);
        var link = LinkIn(await MailAsync(Person.Ada, "Angemeldet für"));

        var rejected = await PostAsync(link, ("action", "correct"), ("firstName", ""), ("lastName", "Löwe-Klein"), ("company", "Neu & Co"),
            ("sector", "it"), ("region", "jena"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, rejected.StatusCode);
        Assert.Contains("""<a href="#firstName">""", await rejected.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var saved = await PostAsync(link, ("action", "correct"), ("firstName", "Ada"), ("lastName", "Löwe-Klein"), ("company", "Neu & Co"),
            ("sector", "it"), ("region", "jena"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var attendee = Assert.Single(
            await stage.Service<Attendees>().SeatedAsync(TestSessions.October.Id, CancellationToken.None).ToListAsync());
        Assert.Equal(("Löwe-Klein", "Neu & Co", "it", "jena"),
            (attendee.LastName, attendee.Company, attendee.Sector.Key, attendee.Region.Key));
    }

    [Fact]
    public async Task The_same_registration_is_mailed_three_times_a_day_at_most()
    {
        for (var n = 0; n < 5; n++) await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        await MailAsync(Person.Bo, "Warteliste");
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Person.Ada.Email)).Count == 3);

        await stage.SettledAsync();
        stage.Clock.Advance(TimeSpan.FromDays(1));
        await stage.RegisterAsync(Person.Ada);

        await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Person.Ada.Email)).Count == 4);
    }

    [Fact]
    public async Task Links_that_do_not_work_all_look_the_same()
    {
        await stage.RegisterAsync(Person.Ada);
        var link = LinkIn(await MailAsync(Person.Ada, "Angemeldet für")).ToString();
        var foreign = stage.Service<LinkTokens>().Create(LinkPurpose.LeaveMailingList, "2026-10-sprache-im-betrieb/x", null);
        string[] broken = ["/anmeldung", "/anmeldung?t=", "/anmeldung?t=abc", link[..^3], link + "A", "/anmeldung?t=" + foreign];

        var pages = new HashSet<string>();
        foreach (var path in broken)
        {
            var answer = await stage.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            pages.Add(await answer.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.NotFound,
                (await PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), ("action", "cancel"))).StatusCode);
        }

        stage.Clock.SetUtcNow(TestSessions.October.End.AddDays(30));
        pages.Add(await (await stage.Http.GetAsync(link)).Content.ReadAsStringAsync());
        Assert.Single(pages);
        Assert.Equal(["Ada"], await NamesAsync(AttendeeState.Seated));
    }

    [Fact]
    public async Task Who_cancels_and_erases_leaves_nothing_but_counts_and_the_next_in_line_moves_up()
    {
        await stage.RegisterAsync(Person.Ada, null, ("newsletter", "ja"), ("question", "Wie geht das mit dem Visum?"));
        await stage.RegisterAsync(Person.Bo);
        await stage.RegisterAsync(Person.Cem);
        var link = LinkIn(await MailAsync(Person.Ada, "Angemeldet für"));
        var page = WebUtility.HtmlDecode(await stage.Http.GetStringAsync(link));
        Assert.Contains("Absagen und Angaben löschen", page, StringComparison.Ordinal);
        Assert.Contains("geht an die nächste Person auf der Warteliste", page, StringComparison.Ordinal);

        var answers = await Task.WhenAll(PostAsync(link, ("action", "erase")), PostAsync(link, ("action", "erase")));

        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.SeeOther);
        Assert.Contains("sind gelöscht", await stage.Http.GetStringAsync("/anmeldung/geloescht"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Http.GetAsync(link)).StatusCode);
        await MailAsync(Person.Bo, "Sie haben einen Platz");
        var mails = await stage.MailsAsync(Person.Ada.Email);
        Assert.DoesNotContain(mails, mail => mail.Subject.StartsWith("Ihre Absage für", StringComparison.Ordinal));
        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal((1, 1, 0), (book.Seated.Count, book.Waiting.Count, book.Cancelled.Count));
        var rows = await stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations).QueryAsync<TableEntity>().ToListAsync();
        Assert.DoesNotContain(rows.SelectMany(row => row.Select(column => column.Value)),
            value => value is string text && (text == Person.Ada.LastName || text.Contains("Visum", StringComparison.Ordinal)
                || text.Contains(Person.Ada.Email, StringComparison.Ordinal)));

        await stage.RegisterAsync(Person.Ada);
        await SeatBook.ReadAsync(stage);
        Assert.Equal(["Ada", "Cem"], (await NamesAsync(AttendeeState.Waiting)).Order());
    }

    [Theory]
    [InlineData(AttendeeState.Waiting)]
    [InlineData(AttendeeState.Cancelled)]
    public async Task Who_waits_or_has_cancelled_can_be_erased_too(AttendeeState state)
    {
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        var person = state == AttendeeState.Waiting ? Person.Bo : Person.Ada;
        var link = LinkIn(await MailAsync(person, state == AttendeeState.Waiting ? "Warteliste" : "Angemeldet für"));
        if (state == AttendeeState.Cancelled) await PostAsync(link, ("action", "cancel"));
        Assert.Contains("value=\"erase\"", await stage.Http.GetStringAsync($"{link}&schritt=loeschen"), StringComparison.Ordinal);

        await PostAsync(link, ("action", "erase"));

        var left = Assert.Single((await SeatBook.ReadAsync(stage)).ExpectSound().Seated);
        Assert.NotEqual(person.FirstName, left.FirstName);
        Assert.Empty(await NamesAsync(state));
    }

    [Fact]
    public async Task Of_two_who_share_an_address_only_one_is_erased()
    {
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada);
        var adas = LinkIn(await MailAsync(Person.Ada, "Angemeldet für"));
        await stage.RegisterAsync(Person.Ada with { FirstName = "Alan" });
        await stage.SettledAsync();

        await PostAsync(adas, ("action", "erase"));

        await stage.RegisterAsync(Person.Ada with { FirstName = "Alan" });
        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Single(book.Seated);
    }

    [Fact]
    public async Task Changes_that_come_too_late_are_given_back()
    {
        await stage.RegisterAsync(Person.Ada);
        var link = LinkIn(await MailAsync(Person.Ada, "Angemeldet für"));
        stage.Clock.SetUtcNow(TestSessions.October.Start);

        var answer = await PostAsync(link, ("action", "correct"), ("firstName", "Ada"), ("lastName", "Löwe-Klein"));

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("Löwe-Klein", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_start_nothing_can_be_changed()
    {
        await stage.RegisterAsync(Person.Ada);
        var link = LinkIn(await MailAsync(Person.Ada, "Angemeldet für"));

        stage.Clock.SetUtcNow(TestSessions.October.Start);
        await PostAsync(link, ("action", "cancel"));
        await PostAsync(link, ("action", "erase"));

        Assert.DoesNotContain("<form", await stage.Http.GetStringAsync(link), StringComparison.Ordinal);
        Assert.Equal(["Ada"], await NamesAsync(AttendeeState.Seated));
    }

    Task<SentMail> MailAsync(Person person, string subject) => Stage.EventuallyAsync(async () =>
        (await stage.MailsAsync(person.Email)).LastOrDefault(mail => mail.Subject.StartsWith(subject, StringComparison.Ordinal)));

    Task<HttpResponseMessage> PostAsync(Uri link, params (string Name, string Value)[] fields) =>
        stage.Http.PostAsync(link, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    async Task<IEnumerable<string>> NamesAsync(AttendeeState state) =>
        (await stage.Service<RegistrationStore>().AttendeesAsync(TestSessions.October.Id, state, CancellationToken.None).ToListAsync())
            .Select(attendee => attendee.FirstName);

    static Uri LinkIn(SentMail mail) => new(WebUtility.HtmlDecode(Manage().Match(mail.Html).Groups[1].Value));

    [GeneratedRegex("href=\"([^\"]*/anmeldung\\?t=[^\"]*)\"")]
    private static partial Regex Manage();
}
