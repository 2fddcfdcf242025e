using System.Net;
using ThaffFunctions.Registration;
using ThaffFunctions.Tests.MailingList;

namespace ThaffFunctions.Tests.Registration;

public sealed class SeatConfirmationTests
{
    [Fact]
    public async Task A_seat_that_is_not_confirmed_within_a_day_goes_to_who_waits_who_must_confirm_it_too()
    {
        await using var stage = await OpenAsync(hours: 24);
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        var mail = await MailAsync(stage, Person.Ada, "Ihre Anmeldung");
        Assert.Contains("Bitte bestätigen Sie Ihren Platz bis 2. September 2026, 10:00 Uhr.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("bestätigen", (await MailAsync(stage, Person.Bo, "Warteliste")).Text, StringComparison.Ordinal);
        Assert.Contains("Platz bestätigen", await stage.Http.GetStringAsync(mail.LinkTo("/anmeldung")), StringComparison.Ordinal);

        await ReleaseAfterAsync(stage, TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(["Ada"], (await SeatBook.ReadAsync(stage)).Seated.Select(attendee => attendee.FirstName)); // looking confirms nothing

        await ReleaseAfterAsync(stage, TimeSpan.FromSeconds(1));
        await ReleaseAfterAsync(stage, TimeSpan.Zero);
        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal(("Bo", "Ada"), (Assert.Single(book.Seated).FirstName, Assert.Single(book.Cancelled).FirstName));
        Assert.Contains("METHOD:CANCEL", (await MailAsync(stage, Person.Ada, "Platz nicht bestätigt")).Calendar, StringComparison.Ordinal);
        Assert.Equal([RegistrationMail.Lapsed, RegistrationMail.Seated], book.Mails[book.Cancelled[0].Key].Order());

        var promoted = await MailAsync(stage, Person.Bo, "Sie haben einen Platz");
        Assert.Contains("bis 3. September 2026, 10:00 Uhr.", promoted.Text, StringComparison.Ordinal);
        await ReleaseAfterAsync(stage, TimeSpan.FromHours(24));
        Assert.Empty((await SeatBook.ReadAsync(stage)).ExpectSound().Seated);
    }

    [Theory]
    [InlineData("confirm")]
    [InlineData("correct")]
    public async Task A_confirmed_seat_stays(string action)
    {
        await using var stage = await OpenAsync(hours: 24);
        await stage.RegisterAsync(Person.Ada);
        var link = (await MailAsync(stage, Person.Ada, "Ihre Anmeldung")).LinkTo("/anmeldung");

        var answer = await PostAsync(stage, link, action);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.DoesNotContain("<h2>Platz bestätigen</h2>", await stage.Http.GetStringAsync(answer.Headers.Location),
            StringComparison.Ordinal);
        await ReleaseAfterAsync(stage, TimeSpan.FromDays(3));
        Assert.Equal(["Ada"], (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Select(attendee => attendee.FirstName));
    }

    [Fact]
    public async Task Who_confirms_while_waiting_keeps_the_seat_that_comes()
    {
        await using var stage = await OpenAsync(hours: 24);
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        await PostAsync(stage, (await MailAsync(stage, Person.Bo, "Warteliste")).LinkTo("/anmeldung"), "confirm");

        await ReleaseAfterAsync(stage, TimeSpan.FromDays(1));
        Assert.DoesNotContain("bestätigen", (await MailAsync(stage, Person.Bo, "Sie haben einen Platz")).Text, StringComparison.Ordinal);
        await ReleaseAfterAsync(stage, TimeSpan.FromDays(1));

        Assert.Equal(["Bo"], (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Select(attendee => attendee.FirstName));
    }

    [Fact]
    public async Task Whose_seat_was_given_away_can_come_back_to_the_end_of_the_line()
    {
        await using var stage = await OpenAsync(hours: 24);
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        await ReleaseAfterAsync(stage, TimeSpan.FromDays(1));

        await stage.RegisterAsync(Person.Ada);

        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal(("Bo", "Ada"), (Assert.Single(book.Seated).FirstName, Assert.Single(book.Waiting).FirstName));
    }

    [Fact]
    public async Task Without_the_setting_no_seat_needs_to_be_confirmed()
    {
        await using var stage = await OpenAsync(hours: 0);
        await stage.RegisterAsync(Person.Ada);
        Assert.DoesNotContain("bestätigen", (await MailAsync(stage, Person.Ada, "Ihre Anmeldung")).Text, StringComparison.Ordinal);

        await ReleaseAfterAsync(stage, TimeSpan.FromDays(7));

        Assert.Single((await SeatBook.ReadAsync(stage)).ExpectSound().Seated);
    }

    static async Task<Stage> OpenAsync(int hours)
    {
        var stage = await Stage.OpenAsync(settings: new() { ["Registration:ConfirmationHours"] = $"{hours}" });
        await stage.PlanAsync(TestSessions.October with { Seats = 1 });
        return stage;
    }

    static Task ReleaseAfterAsync(Stage stage, TimeSpan time)
    {
        stage.Clock.Advance(time);
        return stage.FireAsync("ReleaseUnconfirmedSeats");
    }

    static Task<HttpResponseMessage> PostAsync(Stage stage, string link, string action) => stage.Http.PostAsync(link,
        new FormUrlEncodedContent(new Dictionary<string, string>(Person.Ada.Form("")) { ["action"] = action }));

    static Task<SentMail> MailAsync(Stage stage, Person person, string subject) => Stage.EventuallyAsync(async () =>
        (await stage.MailsAsync(person.Email)).FirstOrDefault(mail => mail.Subject.StartsWith(subject, StringComparison.Ordinal)));
}
