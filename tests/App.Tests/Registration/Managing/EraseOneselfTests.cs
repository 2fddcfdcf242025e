using System.Net;
using Azure.Data.Tables;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Registration.Seating;

namespace ThaffFunctions.Tests.Registration.Managing;

/// <summary>Who cancels may have everything erased that is known of them.</summary>
public sealed class EraseOneselfTests : OneSeat
{
    [Fact]
    public async Task Who_cancels_and_erases_leaves_nothing_but_counts_and_the_next_in_line_moves_up()
    {
        await stage.RegisterAsync(Person.Ada, null, ("newsletter", "ja"), ("question", "Wie geht das mit dem Visum?"));
        await stage.RegisterAsync(Person.Bo);
        await stage.RegisterAsync(Person.Cem);
        var link = (await MailAsync(Person.Ada, "Angemeldet für")).LinkTo(Link);
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
        var link = (await MailAsync(person, state == AttendeeState.Waiting ? "Warteliste" : "Angemeldet für")).LinkTo(Link);
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
        var adas = (await MailAsync(Person.Ada, "Angemeldet für")).LinkTo(Link);
        await stage.RegisterAsync(Person.Ada with { FirstName = "Alan" });
        await stage.SettledAsync();

        await PostAsync(adas, ("action", "erase"));

        await stage.RegisterAsync(Person.Ada with { FirstName = "Alan" });
        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Single(book.Seated);
    }
}
