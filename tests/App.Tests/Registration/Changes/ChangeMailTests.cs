using Ical.Net;
using Ical.Net.CalendarComponents;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.MailingList;
using static ThaffFunctions.Tests.TestSessions;

namespace ThaffFunctions.Tests.Registration.Changes;

/// <summary>Who has a seat or waits is told once when the session is moved, has another place or link, or is cancelled.</summary>
public sealed class ChangeMailTests
{
    static readonly TimeSpan Together = TimeSpan.FromMinutes(15);

    /// <summary>One seat: Ada has it, Bo waits.</summary>
    static readonly Session Planned = October with { Seats = 1 };

    static readonly Session Moved = Planned with
    {
        Start = Planned.Start.AddDays(7),
        End = Planned.End.AddDays(7),
        MovedFrom = Planned.Start,
        Revision = 1,
    };

    static readonly Session Cancelled = Planned with { Status = SessionStatus.Cancelled, Revision = 1 };

    /// <summary>Messages of deliveries come when a test says so.</summary>
    static readonly Dictionary<string, string> Slow = new() { ["AzureWebJobs.DeliverMail.Disabled"] = "true" };

    static readonly Dictionary<string, string> ByHand = new(Slow) { ["AzureWebJobs.FollowProgramme.Disabled"] = "true" };

    [Fact]
    public async Task Who_has_a_seat_or_waits_gets_one_mail_for_all_changes_of_a_quarter_of_an_hour()
    {
        await using var stage = await OpenAsync();
        await stage.PlanAsync(Moved);
        stage.Clock.Advance(TimeSpan.FromMinutes(10));
        await stage.PlanAsync(Moved with { Place = "Kammer, Gera", OnlineLink = new("https://konferenz.example/neu"), Revision = 2 });
        await TickAsync(stage, TimeSpan.FromMinutes(4));
        Assert.Empty(await ChangesAsync(stage));

        await TickAsync(stage, TimeSpan.FromMinutes(1));
        await TickAsync(stage, TimeSpan.FromDays(1));

        var (seated, waiting) = (Assert.Single(await ChangesAsync(stage, Person.Ada)), Assert.Single(await ChangesAsync(stage, Person.Bo)));
        foreach (var news in new[] { "Neue Zeit: Montag, 12. Oktober 2026, 10:00 bis 12:00 Uhr", "bisher: Montag, 5. Oktober 2026",
            "Neuer Ort: Kammer, Gera und online", "bisher: Haus der Wirtschaft, Erfurt und online", "Der Zugangslink" })
            Assert.All(new[] { seated, waiting }, mail => Assert.Contains(news, mail.Text, StringComparison.Ordinal));
        Assert.Equal("Geändert, jetzt am 12. Oktober, 10 Uhr: Sprache im Betrieb", seated.Subject);
        Assert.Contains("https://konferenz.example/neu", seated.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("konferenz.example", waiting.Text + waiting.Html, StringComparison.Ordinal);
        Assert.Contains("Sie stehen weiterhin auf der Warteliste.", waiting.Text, StringComparison.Ordinal);
        Assert.Empty(waiting.Attachments);
        var (first, update) = (EntryOf((await stage.MailsAsync(Person.Ada.Email))[0]), EntryOf(seated));
        Assert.Equal((first.Event.Uid, 0, 2, "REQUEST"),
            (update.Event.Uid, first.Event.Sequence, update.Event.Sequence, update.Calendar.Method));
        Assert.Equal(12, update.Event.Start!.Day);
    }

    [Fact]
    public async Task A_session_that_is_cancelled_and_takes_place_after_all_takes_the_entry_away_and_gives_it_back()
    {
        await using var stage = await OpenAsync();
        await stage.PlanAsync(Cancelled);
        await TickAsync(stage, Together);
        await stage.PlanAsync(Planned with { Revision = 2 });
        await TickAsync(stage, Together);

        var mails = await ChangesAsync(stage, Person.Ada);
        Assert.Equal(["Abgesagt ist der Termin am 5. Oktober, 10 Uhr: Sprache im Betrieb", "Findet doch statt am 5. Oktober, 10 Uhr: Sprache im Betrieb"], mails.Select(mail => mail.Subject));
        Assert.Equal([("CANCEL", "CANCELLED", 1), ("REQUEST", "CONFIRMED", 2)],
            mails.Select(EntryOf).Select(entry => (entry.Calendar.Method!, entry.Event.Status!, entry.Event.Sequence)));
        Assert.Equal(2, (await ChangesAsync(stage, Person.Bo)).Count(mail => mail.Attachments.Count == 0));
    }

    [Fact]
    public async Task A_change_that_is_taken_back_before_its_mail_sends_none()
    {
        await using var stage = await OpenAsync();
        await stage.PlanAsync(Cancelled);
        stage.Clock.Advance(TimeSpan.FromMinutes(5));
        await stage.PlanAsync(Planned with { Revision = 2 });

        await TickAsync(stage, Together);

        Assert.Empty(await ChangesAsync(stage));
    }

    [Theory]
    [InlineData(0)] // nothing went out yet
    [InlineData(1)] // the mail service had refused the mail for now
    public async Task A_change_that_is_taken_back_while_its_mail_waits_sends_none(int tries)
    {
        await using var stage = await OpenAsync(Slow);
        await DeliverAsync(stage);
        await stage.PlanAsync(Moved);
        await TickAsync(stage, Together, isSettled: false);
        var mails = await UnsettledAsync(stage);
        if (tries > 0) await Mail.TestMails.FailAsync(stage, "500", tries * mails.Count);
        for (var tried = 0; tried < tries; tried++)
            foreach (var mail in mails) await Mail.TestMails.FailsAsync(stage, "DeliverMail", mail.Id.ToString());
        await stage.PlanAsync(Planned with { Revision = 2 });

        foreach (var mail in mails) await stage.FireAsync("DeliverMail", mail.Id.ToString());
        await TickAsync(stage, Together);

        Assert.Equal(2, mails.Count);
        Assert.Empty(await ChangesAsync(stage));

        await stage.PlanAsync(Moved with { Revision = 3 }); // and so after all: nobody had been told
        await TickAsync(stage, Together, isSettled: false);
        await DeliverAsync(stage);
        Assert.Contains("bisher: Montag, 5. Oktober 2026", Assert.Single(await ChangesAsync(stage, Person.Ada)).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_registers_between_the_change_and_its_mail_gets_the_new_facts_once()
    {
        await using var stage = await OpenAsync();
        await stage.PlanAsync(Moved with { Seats = 9 });
        await stage.RegisterAsync(Person.Cem);

        await TickAsync(stage, Together);

        var mail = Assert.Single(await stage.MailsAsync(Person.Cem.Email));
        Assert.Equal(("Angemeldet für den 12. Oktober, 10 Uhr: Sprache im Betrieb", 12), (mail.Subject, EntryOf(mail).Event.Start!.Day));
        Assert.Single(await ChangesAsync(stage, Person.Ada));
    }

    [Fact]
    public async Task Who_registered_before_the_change_and_is_confirmed_after_it_gets_the_new_facts_once()
    {
        await using var stage = await OpenAsync(Slow);
        var confirmations = await UnsettledAsync(stage);
        await stage.PlanAsync(Moved);
        foreach (var mail in confirmations) await stage.FireAsync("DeliverMail", mail.Id.ToString());

        await TickAsync(stage, Together);

        Assert.Equal(2, confirmations.Count);
        Assert.Empty(await ChangesAsync(stage));
        Assert.Equal(12, EntryOf(Assert.Single(await stage.MailsAsync(Person.Ada.Email))).Event.Start!.Day);
    }

    [Fact]
    public async Task Who_registered_for_a_session_cancelled_before_the_confirmation_is_told_that_alone()
    {
        await using var stage = await OpenAsync(Slow);
        var confirmations = await UnsettledAsync(stage);
        await stage.PlanAsync(Cancelled);
        await TickAsync(stage, Together, isSettled: false);

        foreach (var mail in (await UnsettledAsync(stage)).Concat(confirmations)) await stage.FireAsync("DeliverMail", mail.Id.ToString());

        Assert.Equal("Abgesagt ist der Termin am 5. Oktober, 10 Uhr: Sprache im Betrieb", Assert.Single(await stage.MailsAsync(Person.Ada.Email)).Subject);
        Assert.Equal("Abgesagt ist der Termin am 5. Oktober, 10 Uhr: Sprache im Betrieb", Assert.Single(await stage.MailsAsync(Person.Bo.Email)).Subject);
    }

    [Fact]
    public async Task Changed_again_while_the_first_mail_is_being_sent_each_gets_what_is_true_once()
    {
        await using var stage = await OpenAsync(Slow);
        await DeliverAsync(stage);
        await stage.PlanAsync(Moved);
        await TickAsync(stage, Together, isSettled: false);
        var first = await UnsettledAsync(stage);
        var (ada, bo) = (await OfAsync(stage, first, AttendeeState.Seated), await OfAsync(stage, first, AttendeeState.Waiting));

        await stage.FireAsync("DeliverMail", ada.Id.ToString());
        await stage.PlanAsync(Moved with { Place = "Kammer, Gera", Revision = 2 });
        await stage.FireAsync("DeliverMail", bo.Id.ToString());
        await TickAsync(stage, Together, isSettled: false);
        await DeliverAsync(stage);

        var told = await ChangesAsync(stage, Person.Ada);
        Assert.Equal([1, 2], told.Select(mail => EntryOf(mail).Event.Sequence));
        Assert.DoesNotContain("Neue Zeit", told[1].Text, StringComparison.Ordinal);
        var waiting = Assert.Single(await ChangesAsync(stage, Person.Bo));
        Assert.Contains("Neuer Ort: Kammer, Gera", waiting.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmation_that_is_held_back_tells_nothing_yet_and_the_change_is_told_in_time()
    {
        await using var stage = await OpenAsync(new() { ["MailLimits:PerUnprovenAddressAndHour"] = "1" });
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Person.Ada.Email)).SingleOrDefault());
        await stage.PlanAsync(Moved);
        await stage.RegisterAsync(Person.Ada);
        await stage.SettledAsync();
        await Stage.EventuallyAsync(async () => (await UnsettledAsync(stage)).Any(mail => mail.QueuedAt > stage.Clock.GetUtcNow()));

        await TickAsync(stage, Together, isSettled: false);

        await Stage.EventuallyAsync(async () => (await ChangesAsync(stage, Person.Ada)).SingleOrDefault());
    }

    [Fact]
    public async Task Moved_into_the_past_nobody_is_told_until_it_lies_ahead_again()
    {
        await using var stage = await OpenAsync();
        await stage.PlanAsync(Planned with { Start = Planned.Start.AddYears(-1), End = Planned.End.AddYears(-1), Revision = 1 });
        await TickAsync(stage, Together);
        await TickAsync(stage, Together);
        Assert.Empty(await ChangesAsync(stage));

        await stage.PlanAsync(Moved with { Revision = 2 });
        await TickAsync(stage, Together);

        Assert.Contains("bisher: Montag, 5. Oktober 2026", Assert.Single(await ChangesAsync(stage, Person.Ada)).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shortly_before_the_session_a_new_link_is_told_at_once()
    {
        await using var stage = await OpenAsync();
        stage.Clock.SetUtcNow(Planned.Start.AddMinutes(-10));

        await stage.PlanAsync(Planned with { OnlineLink = new("https://konferenz.example/neu"), Revision = 1 });
        await SettledAsync(stage);

        Assert.Contains("https://konferenz.example/neu", Assert.Single(await ChangesAsync(stage, Person.Ada)).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cancels_meanwhile_is_not_told_and_who_moves_up_learns_it_with_the_seat()
    {
        await using var stage = await OpenAsync();
        await stage.PlanAsync(Moved);
        await stage.Http.PostAsync((await stage.MailsAsync(Person.Ada.Email))[0].LinkTo("/anmeldung"),
            new FormUrlEncodedContent([new("action", "cancel")]));

        await TickAsync(stage, Together);

        Assert.Empty(await ChangesAsync(stage));
        Assert.Equal("Ihre Absage für den 12. Oktober, 10 Uhr: Sprache im Betrieb", (await stage.MailsAsync(Person.Ada.Email))[^1].Subject);
        var seat = (await stage.MailsAsync(Person.Bo.Email))[^1];
        Assert.Equal(("Sie haben einen Platz am 12. Oktober, 10 Uhr: Sprache im Betrieb", 12), (seat.Subject, EntryOf(seat).Event.Start!.Day));
    }

    [Fact]
    public async Task What_a_lost_message_left_is_told_by_the_timer_and_two_instances_tell_it_once()
    {
        await using var one = await OpenAsync();
        await using var two = await Stage.OpenAsync(storage: one.Storage);
        await one.PlanAsync(Moved);
        one.Clock.Advance(Together);
        two.Clock.Advance(Together);

        await Task.WhenAll(new[] { one, two, one, two }.Select(stage => stage.FireAsync("FollowWholeProgramme")));
        await SettledAsync(one);

        Assert.Single((await ChangesAsync(one)).Concat(await ChangesAsync(two)), mail => mail.To == Person.Ada.Email);
        Assert.Single((await ChangesAsync(one)).Concat(await ChangesAsync(two)), mail => mail.To == Person.Bo.Email);
    }

    /// <summary>
    /// Each round cuts off one call later than the round before; queues are served by hand, so that nothing runs beside it.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_telling_is_cut_off_each_is_told_once_in_the_end(bool isDone)
    {
        var account = await StorageEmulator.NewAccountAsync();
        var storage = new FaultyStorage(isDone);
        await using var stage = await OpenAsync(ByHand, account, services => storage.Replace(services, account, retries: 0));
        await DeliverAsync(stage);
        await SettledAsync(stage);
        var (call, struck) = (0, true);
        for (; struck; call++)
        {
            Assert.InRange(call, 0, 90);
            var session = Planned with { Place = $"Haus {call + 1}, Erfurt", Revision = call + 1 };
            storage.StrikeAt(call + 1);
            try
            {
                await stage.PlanAsync(session);
                stage.Clock.Advance(Together);
                await stage.FireAsync("FollowProgramme", session.Id.Value);
                await DeliverAsync(stage);
                await SettledAsync(stage);
            }
            catch (Exception) when (storage.Struck)
            {
                // as when the process ends here; what calls it comes again, or the timer
            }

            struck = storage.End();
            await stage.PlanAsync(session);
            stage.Clock.Advance(Together);
            await stage.FireAsync("FollowWholeProgramme");
            await DeliverAsync(stage);
            await EventsAsync(stage, call + 1);
            stage.Clock.Advance(TimeSpan.FromMinutes(31));
            await stage.FireAsync("RecoverDeliveries");
            await DeliverAsync(stage);
            await SettledAsync(stage);
            Assert.Equal(call + 1, (await ChangesAsync(stage, Person.Ada)).Count);
            Assert.Equal(call + 1, (await ChangesAsync(stage, Person.Bo)).Count);
        }

        Assert.InRange(call, 15, 90);
    }

    /// <summary>The queue's messages come.</summary>
    static async Task DeliverAsync(Stage stage)
    {
        foreach (var queued in (await UnsettledAsync(stage)).Where(delivery => delivery.State == DeliveryState.Queued))
            await stage.FireAsync("DeliverMail", queued.Id.ToString());
    }

    /// <summary>What the mail service has is settled by its events, long before the time of grace is over.</summary>
    static Task EventsAsync(Stage stage, int mails) => Stage.EventuallyAsync(async () =>
    {
        var told = (await ChangesAsync(stage)).GroupBy(mail => mail.To).Count(mailbox => mailbox.Count() == mails);
        return (await UnsettledAsync(stage)).Count <= 2 - told;
    });

    static async Task<Stage> OpenAsync(Dictionary<string, string>? settings = null, string? storage = null,
        Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? replace = null)
    {
        var stage = await Stage.OpenAsync(settings: settings, storage: storage, replace: replace);
        await stage.PlanAsync(Planned);
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        if (settings is null) await SettledAsync(stage);
        return stage;
    }

    /// <summary>Time passes, and the message comes that waited for it.</summary>
    static async Task TickAsync(Stage stage, TimeSpan time, bool isSettled = true)
    {
        stage.Clock.Advance(time);
        await stage.FireAsync("FollowProgramme", Planned.Id.Value);
        if (isSettled) await SettledAsync(stage);
    }

    static Task SettledAsync(Stage stage) => Stage.EventuallyAsync(async () => (await UnsettledAsync(stage)).Count == 0);

    static async Task<List<Delivery>> UnsettledAsync(Stage stage) => await stage.Service<DeliveryStore>()
        .UnsettledAsync(Tables.Registrations, Planned.Id.Value, CancellationToken.None).ToListAsync();

    static async Task<Delivery> OfAsync(Stage stage, IEnumerable<Delivery> mails, AttendeeState state)
    {
        var attendee = await stage.Service<RegistrationStore>().AttendeesAsync(Planned.Id, state, CancellationToken.None).SingleAsync();
        return mails.Single(mail => mail.Recipient == attendee.Key);
    }

    static async Task<IReadOnlyList<SentMail>> ChangesAsync(Stage stage, Person? person = null) =>
        [.. (await stage.MailsAsync(person?.Email)).Where(mail =>
            mail.Subject.StartsWith("Geändert, ", StringComparison.Ordinal) || mail.Subject.StartsWith("Abgesagt ist ", StringComparison.Ordinal)
            || mail.Subject.StartsWith("Findet doch ", StringComparison.Ordinal))];

    static (Calendar Calendar, CalendarEvent Event) EntryOf(SentMail mail)
    {
        var calendar = Calendar.Load(mail.Calendar)!;
        return (calendar, Assert.Single(calendar.Events));
    }
}
