using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Managing;
using ThaffFunctions.Tests.Registration.Seating;
using static ThaffFunctions.Tests.TestSessions;

namespace ThaffFunctions.Tests.Registration.Managing;

/// <summary>Cancelling is asked once, and can be taken back for ten minutes while the seat is free.</summary>
public sealed class CancelAndUndoTests : IAsyncLifetime
{
    Stage stage = null!;

    public async Task InitializeAsync() => stage = await Stage.OpenAsync();

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task A_visitor_is_asked_before_a_registration_is_cancelled_or_erased()
    {
        var ada = await SeatedAsync(seats: 10, Person.Ada);

        var page = await stage.Http.GetStringAsync(LinkOf(ada));
        Assert.DoesNotContain("value=\"cancel\"", page, StringComparison.Ordinal);
        Assert.Contains("Sie haben einen Platz.", page, StringComparison.Ordinal);
        var asked = await stage.Http.GetStringAsync(LinkOf(ada) + "&schritt=absagen");
        Assert.Contains("Ja, absagen", asked, StringComparison.Ordinal);
        Assert.Contains("Nein, Anmeldung behalten", asked, StringComparison.Ordinal);
        Assert.Contains("Ja, absagen und löschen", await stage.Http.GetStringAsync(LinkOf(ada) + "&schritt=loeschen"), StringComparison.Ordinal);
        Assert.Single((await SeatBook.ReadAsync(stage)).Seated);
    }

    [Fact]
    public async Task A_cancellation_is_taken_back_while_the_seat_is_free_and_the_calendar_entry_comes_again()
    {
        var ada = await SeatedAsync(seats: 10, Person.Ada);
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Person.Ada.Email)).Count == 1);
        await PostAsync(ada, "cancel");
        Assert.Contains("Absage zurücknehmen", await stage.Http.GetStringAsync(LinkOf(ada)), StringComparison.Ordinal);
        stage.Clock.Advance(TimeSpan.FromMinutes(9));

        var page = await stage.Http.GetStringAsync((await PostAsync(ada, "undo")).Headers.Location);

        Assert.Contains("Sie haben wieder einen Platz", page, StringComparison.Ordinal);
        Assert.Equal([ada.Key], (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Select(attendee => attendee.Key));
        var entries = await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Person.Ada.Email))
            .Where(mail => mail.Calendar.Contains("METHOD:REQUEST", StringComparison.Ordinal)).ToList() is { Count: 2 } both ? both : null);
        Assert.Contains("SEQUENCE:2", entries[1].Calendar, StringComparison.Ordinal);
        Assert.Contains("zurückgenommen", await stage.Http.GetStringAsync((await PostAsync(ada, "undo")).Headers.Location),
            StringComparison.Ordinal); // twice changes nothing
        Assert.Equal(1, (await SeatBook.ReadAsync(stage)).ExpectSound().Seats.Taken);
    }

    [Fact]
    public async Task A_seat_that_went_to_the_next_in_line_or_was_given_back_long_ago_is_not_taken_back()
    {
        var ada = await SeatedAsync(seats: 1, Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        await PostAsync(ada, "cancel");

        Assert.DoesNotContain("value=\"undo\"", await stage.Http.GetStringAsync(LinkOf(ada)), StringComparison.Ordinal);
        Assert.Contains("stand=vergeben", (await PostAsync(ada, "undo")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        var bo = Assert.Single((await SeatBook.ReadAsync(stage)).ExpectSound().Seated);
        Assert.Equal("Bo", bo.FirstName);

        await PostAsync(bo, "cancel");
        stage.Clock.Advance(CancellationUndo.Time);
        Assert.DoesNotContain("value=\"undo\"", await stage.Http.GetStringAsync(LinkOf(bo)), StringComparison.Ordinal);
        await PostAsync(bo, "undo");
        Assert.Empty((await SeatBook.ReadAsync(stage)).ExpectSound().Seated);
    }

    [Fact]
    public async Task Who_waits_is_told_which_in_line_they_are_on_the_page_and_by_mail()
    {
        await SeatedAsync(seats: 1, Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        await stage.RegisterAsync(Person.Cem);

        var cem = (await SeatBook.ReadAsync(stage)).Waiting[1];
        Assert.Contains("an Stelle 2", await stage.Http.GetStringAsync(LinkOf(cem)), StringComparison.Ordinal);
        var mail = await Stage.EventuallyAsync(async () => await stage.MailsAsync(Person.Cem.Email) is [var first, ..] ? first : null);
        Assert.Contains("an Stelle 2", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("sagen Sie bitte ab", mail.Text, StringComparison.Ordinal);
    }

    async Task<Attendee> SeatedAsync(int seats, Person person)
    {
        await stage.PlanAsync(October with { Seats = seats });
        await stage.RegisterAsync(person);
        return (await SeatBook.ReadAsync(stage)).Seated[0];
    }

    string LinkOf(Attendee attendee) => stage.Service<ManageLink>().For(October, attendee).PathAndQuery;

    Task<HttpResponseMessage> PostAsync(Attendee attendee, string action) =>
        stage.Http.PostAsync(LinkOf(attendee), new FormUrlEncodedContent([KeyValuePair.Create("action", action)]));
}
