using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ThaffFunctions.Registration.Managing;
using ThaffFunctions.Registration.PersonalData;
using ThaffFunctions.Tests.Registration.Seating;

namespace ThaffFunctions.Tests.Registration.Applying;

/// <summary>Up to five persons in one go, by form and by JSON.</summary>
public sealed class ColleaguesTests : IAsyncLifetime
{
    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync(settings: new() { ["Registration:PostsPerClientAndHour"] = "17" });
        await stage.PlanAsync(TestSessions.October);
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_group_is_registered_in_the_order_of_its_rows_and_each_gets_a_mail_and_a_link_of_their_own(bool isForm)
    {
        (string, string)[] rows = [.. Row(2, Person.Bo), .. Row(4, Person.Cem), ("question", "Wer kennt die Fristen?"), ("needs", "untertitel"),
            ("newsletter", "ja")]; // a row between may be empty

        var answer = await (isForm ? stage.PostFormAsync(Person.Ada, null, rows) : stage.RegisterAsync(Person.Ada, null, rows));

        if (isForm)
        {
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            var thanks = WebUtility.HtmlDecode(await stage.Http.GetStringAsync(answer.Headers.Location));
            Assert.Contains("Ihre Anmeldung für 3 Personen ist angekommen.", thanks, StringComparison.Ordinal);
            Assert.Contains("stehen einige auf der Warteliste", thanks, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(
                """{"status":"received","session":"2026-10-sprache-im-betrieb","seats":"available","persons":3}""",
                await answer.Content.ReadAsStringAsync());
        }

        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal(["Ada", "Bo", "Cem"], book.Seated.Select(attendee => attendee.FirstName));
        Assert.All(book.Seated, attendee => Assert.Equal(("handwerk", "erfurt"), (attendee.Sector.Key, attendee.Region.Key)));
        Assert.Equal([true, false, false], book.Seated.Select(attendee => attendee.WantsNewsletter));
        Assert.Equal([true, false, false], book.Seated.Select(attendee => attendee.Needs.Any && attendee.Question.Length > 0));
        foreach (var person in new[] { Person.Ada, Person.Bo, Person.Cem })
        {
            var mails = await Stage.EventuallyAsync(async () => (await stage.MailsAsync(person.Email))
                .Where(mail => mail.Subject.StartsWith("Angemeldet für", StringComparison.Ordinal)).ToList() is { Count: > 0 } some ? some : null);
            var attendee = book.Seated.Single(one => one.FirstName == person.FirstName);
            var link = stage.Service<ManageLink>().For(TestSessions.October, attendee);
            Assert.Contains(link.AbsoluteUri, Assert.Single(mails).Text, StringComparison.Ordinal);
        }
    }

    /// <summary>Whose data come from somebody else is told so, and how to be rid of it (DSGVO Art. 14).</summary>
    [Theory]
    [InlineData("de", "Jemand hat Sie zusammen mit sich selbst angemeldet.", "Angaben sind sofort gelöscht", "/datenschutz")]
    [InlineData("en", "Somebody registered you together with themselves.", "your details will be deleted at once", "/en/datenschutz")]
    public async Task Who_was_registered_by_a_colleague_reads_so_and_how_to_leave_and_have_it_erased(
        string language, string so, string how, string notice)
    {
        await stage.PlanAsync(TestSessions.October with { Seats = 2 });
        await stage.RegisterAsync(Person.Ada, null, [.. Row(2, Person.Bo), .. Row(3, Person.Cem), ("language", language)]);

        foreach (var person in new[] { Person.Bo, Person.Cem }) // one has a seat, the other waits
        {
            var mail = await FirstMailAsync(person);
            foreach (var part in new[] { mail.Text, WebUtility.HtmlDecode(mail.Html) })
                foreach (var words in new[] { so, how, notice })
                    Assert.Contains(words, part.ReplaceLineEndings(" "), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(so, (await FirstMailAsync(Person.Ada)).Text, StringComparison.Ordinal);

        await stage.PlanAsync(TestSessions.October with { Seats = 3 }); // the colleague who waits moves up
        var moved = await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Person.Cem.Email)).ElementAtOrDefault(1));
        Assert.Contains(so, moved.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    /// <summary>
    /// What a colleague reads does not depend on whether the first person's address is known or has as many persons as it may; and nobody
    /// makes the exchange say anything to a stranger by calling themselves so.
    /// </summary>
    [Theory]
    [InlineData(false, 5, "Löwe")]
    [InlineData(true, 5, "Löwe")]
    [InlineData(true, 1, "Löwe")]
    [InlineData(false, 5, "boese punkt xyz")]
    public async Task A_colleagues_mail_tells_nothing_of_who_registered_them(bool isKnown, int persons, string lastName)
    {
        await using var strict = await Stage.OpenAsync(settings: new() { ["Registration:PersonsPerAddress"] = $"{persons}" });
        await strict.PlanAsync(TestSessions.October);
        if (isKnown) await strict.RegisterAsync(new Person("Gerda", "Vorher", Person.Ada.Email));
        await strict.RegisterAsync(Person.Ada with { LastName = lastName }, null, Row(2, Person.Bo));

        var mail = await Stage.EventuallyAsync(async () => (await strict.MailsAsync(Person.Bo.Email)) is [var first, ..] ? first : null);

        Assert.Contains("Jemand hat Sie zusammen mit sich selbst angemeldet.", mail.Text, StringComparison.Ordinal);
        foreach (var secret in new[] { Person.Ada.FirstName, lastName, Person.Ada.Email, "Gerda" })
            Assert.DoesNotContain(secret, mail.Text + mail.Html, StringComparison.Ordinal);
    }

    Task<SentMail> FirstMailAsync(Person person) =>
        Stage.EventuallyAsync(async () => (await stage.MailsAsync(person.Email)) is [var first, ..] ? first : null);

    /// <summary>The form says so before, and the page after it again.</summary>
    [Fact]
    public async Task Of_a_group_that_is_larger_than_the_free_seats_the_last_rows_wait()
    {
        await stage.PlanAsync(TestSessions.October with { Seats = 6 });
        for (var n = 1; n <= 4; n++) await stage.RegisterAsync(new("Gast", $"Nummer {n}", $"gast{n}@example.org"));

        var page = WebUtility.HtmlDecode(await stage.Http.GetStringAsync(TestSessions.October.Path));
        var answer = await stage.RegisterAsync(Person.Ada, null, [.. Row(2, Person.Bo), .. Row(3, Person.Cem)]);

        Assert.Contains("Reichen die freien Plätze nicht für alle, kommen einige auf die Warteliste", page, StringComparison.Ordinal);
        Assert.Equal("available", (await answer.Content.ReadFromJsonAsync<JsonNode>())!["seats"]!.GetValue<string>());
        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal(["Ada", "Bo"], book.Seated.Skip(4).Select(attendee => attendee.FirstName));
        Assert.Equal(["Cem"], book.Waiting.Select(attendee => attendee.FirstName));
    }

    [Fact]
    public async Task The_same_group_again_and_a_shared_address_are_settled_as_for_one_person_and_answered_alike()
    {
        (string, string)[] rows = [.. Row(2, Person.Bo with { Email = Person.Ada.Email }), .. Row(3, Person.Cem)];

        var first = await stage.RegisterAsync(Person.Ada, null, rows);
        await stage.SettledAsync();
        var second = await stage.RegisterAsync(Person.Ada, null, rows);

        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal(["Ada", "Bo", "Cem"], book.Seated.Select(attendee => attendee.FirstName).Order());
        Assert.All(book.Seated, attendee => Assert.Equal(2, book.Mails[attendee.Key].Count()));
    }

    [Fact]
    public async Task What_is_wrong_with_a_row_is_told_at_its_field_and_in_the_summary_and_nothing_typed_is_lost()
    {
        var answer = await stage.PostFormAsync(Person.Ada, null,
        [
            .. Row(2, Person.Bo with { LastName = "" }), .. Row(3, Person.Cem with { Email = "cem@" }),
            .. Row(5, Person.Ada with { FirstName = " ADA " }),
        ]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        foreach (var told in new[] { """<a href="#lastName2">2. Person: Bitte geben Sie den Nachnamen an.</a>""",
            """<a href="#email3">3. Person: """, """<a href="#firstName5">5. Person: Diese Person steht in diesem Formular schon""",
            """id="lastName2-error">2. Person: Bitte""", """id="email3" name="email3" type="email" value="cem@" """,
            """value="Yıldız-Straße" """, """<details class="colleagues" open>""" })
            Assert.Contains(told, page, StringComparison.Ordinal);
        Assert.Empty((await SeatBook.ReadAsync(stage)).Seated);
    }

    [Fact]
    public async Task More_than_five_are_refused_and_a_group_beyond_the_limit_is_refused_whole()
    {
        var six = await stage.RegisterAsync(Person.Ada, null, Row(6, Person.Bo));
        Assert.Equal("firstName6", Assert.Single((await six.Content.ReadFromJsonAsync<JsonNode>())!["errors"]!.AsObject()).Key);

        for (var n = 1; n <= 13; n++) await stage.RegisterAsync(new("Gast", $"Nummer {n}", $"gast{n}@example.org"));
        var group = new[] { 2, 3, 4, 5 }.SelectMany(n => Row(n, new("Kollege", $"Nummer {n}", $"kollege{n}@example.org"))).ToArray();
        var refused = await stage.PostFormAsync(Person.Ada, null, group); // the fourteenth post, and four persons more than one

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("kollege5@example.org", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(13, (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Count);
    }

    static (string Field, string Value)[] Row(int number, Person person) =>
        [($"firstName{number}", person.FirstName), ($"lastName{number}", person.LastName), ($"email{number}", person.Email)];
}
