using System.Net;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Registration.Mails;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Mail;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Registration.Seating;

namespace ThaffFunctions.Tests.Registration.Confirming;

public sealed class SeatConfirmationTests
{
    [Fact]
    public async Task A_seat_that_is_not_confirmed_within_a_day_goes_to_who_waits_who_must_confirm_it_too()
    {
        await using var stage = await OpenAsync(hours: 24);
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        var mail = await MailAsync(stage, Person.Ada, "Angemeldet für");
        Assert.Contains("Bitte bestätigen Sie Ihren Platz bis Mittwoch, 2. September 2026, 10:00 Uhr.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("bestätigen", (await MailAsync(stage, Person.Bo, "Warteliste")).Text, StringComparison.Ordinal);
        Assert.Contains("Platz bestätigen", await stage.Http.GetStringAsync(mail.LinkTo("/anmeldung")), StringComparison.Ordinal);

        await ReleaseAfterAsync(stage, TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(["Ada"], (await SeatBook.ReadAsync(stage)).Seated.Select(attendee => attendee.FirstName)); // looking confirms nothing

        await ReleaseAfterAsync(stage, TimeSpan.FromSeconds(1));
        await ReleaseAfterAsync(stage, TimeSpan.Zero);
        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal(("Bo", "Ada"), (Assert.Single(book.Seated).FirstName, Assert.Single(book.Cancelled).FirstName));
        Assert.Contains("METHOD:CANCEL", (await MailAsync(stage, Person.Ada, "Platz nicht bestätigt")).Calendar, StringComparison.Ordinal);
        Assert.Equal([RegistrationMailKind.Lapsed, RegistrationMailKind.Seated], book.Mails[book.Cancelled[0].Key].Order());

        var promoted = await MailAsync(stage, Person.Bo, "Sie haben einen Platz");
        Assert.Contains("bis Donnerstag, 3. September 2026, 10:00 Uhr.", promoted.Text, StringComparison.Ordinal);
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
        var link = (await MailAsync(stage, Person.Ada, "Angemeldet für")).LinkTo("/anmeldung");

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
        Assert.DoesNotContain("bestätigen", (await MailAsync(stage, Person.Ada, "Angemeldet für")).Text, StringComparison.Ordinal);

        await ReleaseAfterAsync(stage, TimeSpan.FromDays(7));

        Assert.Single((await SeatBook.ReadAsync(stage)).ExpectSound().Seated);
    }

    [Fact]
    public async Task Who_is_told_late_because_the_mail_was_held_back_has_as_long_to_confirm()
    {
        await using var stage = await Stage.OpenAsync(settings: new()
        {
            ["Registration:ConfirmationHours"] = "2",
            ["MailLimits:PerUnconfirmedAddressAndHour"] = "1",
        });
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada);
        await MailAsync(stage, Person.Ada, "Angemeldet für");
        await stage.RegisterAsync(Person.Bo with { Email = "ada+bo@werkstatt.example" }); // for the limit, the same mailbox
        await Stage.EventuallyAsync(async () => await CountAsync(stage, $"QueuedAt gt {stage.Clock.GetUtcNow()}") == 1);

        await ReleaseAfterAsync(stage, TimeSpan.FromMinutes(75));
        await stage.FireAsync("RecoverDeliveries");
        var late = await MailAsync(stage, Person.Bo with { Email = "ada+bo@werkstatt.example" }, "Angemeldet für");
        Assert.Contains("bis Dienstag, 1. September 2026, 13:15 Uhr.", late.Text, StringComparison.Ordinal);

        await ReleaseAfterAsync(stage, TimeSpan.FromMinutes(60));
        Assert.Equal(["Bo"], (await SeatBook.ReadAsync(stage)).Seated.Select(attendee => attendee.FirstName));
        await ReleaseAfterAsync(stage, TimeSpan.FromMinutes(59));
        Assert.Single((await SeatBook.ReadAsync(stage)).Seated);
        await ReleaseAfterAsync(stage, TimeSpan.FromMinutes(1));
        Assert.Empty((await SeatBook.ReadAsync(stage)).Seated);
    }

    [Fact]
    public async Task A_seat_whose_mail_is_never_sent_is_kept_as_long_as_it_may_still_be_told()
    {
        await using var stage = await OpenAsync(1, null, ("AzureWebJobs.DeliverMail.Disabled", "true"));
        await stage.RegisterAsync(Person.Ada);

        stage.Clock.Advance(TimeSpan.FromDays(3));
        await stage.FireAsync("ReleaseUnconfirmedSeats");

        Assert.Single((await SeatBook.ReadAsync(stage)).ExpectSound().Seated);
    }

    [Fact]
    public async Task Who_can_get_no_mail_cannot_hold_a_seat()
    {
        await using var stage = await OpenAsync(hours: 1);
        await stage.Service<Suppression>().SuppressAsync(EmailAddress.Stored(Person.Ada.Email), SuppressionScope.Everything, default);
        await stage.RegisterAsync(Person.Ada);
        var told = (await SeatBook.ReadAsync(stage)).Seated[0].StateMail!;
        await stage.ReachesAsync(new(Tables.Registrations, TestSessions.October.Id.Value, told), DeliveryState.Skipped);

        await ReleaseAfterAsync(stage, TimeSpan.FromMinutes(59));
        Assert.Single((await SeatBook.ReadAsync(stage)).Seated);
        await ReleaseAfterAsync(stage, TimeSpan.FromMinutes(1));

        Assert.Empty((await SeatBook.ReadAsync(stage)).ExpectSound().Seated);
    }

    [Fact]
    public async Task A_seat_that_would_go_to_nobody_any_more_need_not_be_confirmed()
    {
        await using var stage = await OpenAsync(hours: 24, now: TestSessions.October.Start.AddHours(-47));
        await stage.RegisterAsync(Person.Ada);
        var mail = await MailAsync(stage, Person.Ada, "Angemeldet für");
        Assert.DoesNotContain("bestätigen", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Platz bestätigen", await stage.Http.GetStringAsync(mail.LinkTo("/anmeldung")), StringComparison.Ordinal);

        await ReleaseAfterAsync(stage, TimeSpan.FromHours(30));
        Assert.Single((await SeatBook.ReadAsync(stage)).Seated);

        // nor when there is time enough later on: nobody has asked
        await stage.PlanAsync(TestSessions.October with
        {
            Seats = 1,
            Start = TestSessions.October.Start.AddDays(20),
            End = TestSessions.October.End.AddDays(20)
        });
        await ReleaseAfterAsync(stage, TimeSpan.FromHours(30));
        Assert.Single((await SeatBook.ReadAsync(stage)).ExpectSound().Seated);
    }

    [Fact]
    public async Task Once_promotion_has_ended_no_seat_lapses()
    {
        await using var stage = await OpenAsync(hours: 24, now: TestSessions.October.Start.AddHours(-49));
        await stage.RegisterAsync(Person.Ada);
        var mail = await MailAsync(stage, Person.Ada, "Angemeldet für");
        Assert.Contains("Bitte bestätigen Sie Ihren Platz bis Sonntag, 4. Oktober 2026, 09:00 Uhr.", mail.Text, StringComparison.Ordinal);

        await ReleaseAfterAsync(stage, TimeSpan.FromHours(26)); // the timer did not run in between

        Assert.Single((await SeatBook.ReadAsync(stage)).ExpectSound().Seated);
        Assert.DoesNotContain("Platz bestätigen", await stage.Http.GetStringAsync(mail.LinkTo("/anmeldung")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_setting_is_switched_off_nobody_is_asked_to_confirm_any_more()
    {
        await using var strict = await OpenAsync(hours: 24);
        await strict.RegisterAsync(Person.Ada);
        var link = (await MailAsync(strict, Person.Ada, "Angemeldet für")).LinkTo("/anmeldung");
        Assert.Contains("Platz bestätigen", await strict.Http.GetStringAsync(link), StringComparison.Ordinal);

        await using var stage = await Stage.OpenAsync(storage: strict.Storage);

        Assert.DoesNotContain("Platz bestätigen", await stage.Http.GetStringAsync(link), StringComparison.Ordinal);
        await ReleaseAfterAsync(stage, TimeSpan.FromDays(2));
        Assert.Single((await SeatBook.ReadAsync(stage)).ExpectSound().Seated);
    }

    [Fact]
    public async Task The_mail_that_is_sent_again_names_the_same_deadline()
    {
        await using var stage = await OpenAsync(hours: 24);
        await stage.RegisterAsync(Person.Ada);
        await MailAsync(stage, Person.Ada, "Angemeldet für");

        stage.Clock.Advance(TimeSpan.FromHours(3));
        await stage.RegisterAsync(Person.Ada);

        var again = await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Person.Ada.Email)).ElementAtOrDefault(1));
        Assert.Contains("bis Mittwoch, 2. September 2026, 10:00 Uhr.", again.Text, StringComparison.Ordinal);
        await ReleaseAfterAsync(stage, TimeSpan.FromHours(21));
        Assert.Empty((await SeatBook.ReadAsync(stage)).ExpectSound().Seated);
    }

    static async Task<Stage> OpenAsync(int hours, DateTimeOffset? now = null, params (string Name, string Value)[] more)
    {
        var settings = more.ToDictionary(setting => setting.Name, setting => setting.Value);
        settings["Registration:ConfirmationHours"] = $"{hours}";
        var stage = await Stage.OpenAsync(now, settings);
        await stage.PlanAsync(TestSessions.October with { Seats = 1 });
        return stage;
    }

    /// <summary>How many mails there are of which this is true.</summary>
    static async Task<int> CountAsync(Stage stage, FormattableString condition) => await stage.Service<DeliveryStore>()
        .QueryAsync(Tables.Registrations, TestSessions.October.Id.Value, condition, default).CountAsync();

    static async Task ReleaseAfterAsync(Stage stage, TimeSpan time)
    {
        var (sending, queued, now) = (nameof(DeliveryState.Sending), nameof(DeliveryState.Queued), stage.Clock.GetUtcNow());
        await Stage.EventuallyAsync(async () =>
            await CountAsync(stage, $"State eq {sending} or (State eq {queued} and QueuedAt le {now})") == 0);
        stage.Clock.Advance(time);
        await stage.FireAsync("ReleaseUnconfirmedSeats");
    }

    static Task<HttpResponseMessage> PostAsync(Stage stage, string link, string action) => stage.Http.PostAsync(link,
        new FormUrlEncodedContent(new Dictionary<string, string>(Person.Ada.Form("")) { ["action"] = action }));

    static Task<SentMail> MailAsync(Stage stage, Person person, string subject) => Stage.EventuallyAsync(async () =>
        (await stage.MailsAsync(person.Email)).FirstOrDefault(mail => mail.Subject.StartsWith(subject, StringComparison.Ordinal)));
}
