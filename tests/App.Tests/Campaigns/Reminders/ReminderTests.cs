using System.Net;
using System.Text;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Registration;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Campaigns.Reminders;

public sealed class ReminderTests : IAsyncLifetime
{
    static readonly CampaignId WeekBefore = CampaignId.Reminder(October, 7);
    static readonly CampaignId DayBefore = CampaignId.Reminder(October, 1);

    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync();
        await stage.PlanAsync(October with { Seats = 2 });
        foreach (var person in new[] { Person.Ada, Person.Bo, Person.Cem }) await stage.RegisterAsync(person);
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Who_has_a_seat_is_reminded_a_week_and_a_day_before()
    {
        await stage.TickAsync(Sessions.At(2026, 9, 28, 9));
        Assert.Equal(2, (await stage.DeliveredAsync(WeekBefore)).Count);
        await stage.TickAsync(Sessions.At(2026, 10, 4, 9));
        Assert.Equal(2, (await stage.DeliveredAsync(DayBefore)).Count);

        Assert.Equal(["Erinnerung an den 5. Oktober, 10 Uhr: Sprache im Betrieb", "Erinnerung an morgen, 10 Uhr: Sprache im Betrieb"],
            (await RemindersAsync(Person.Ada)).Select(mail => mail.Subject));
        Assert.Equal(2, (await RemindersAsync(Person.Bo)).Count);
        Assert.Empty(await RemindersAsync(Person.Cem));
    }

    [Fact]
    public async Task The_mail_greets_and_carries_the_online_link_and_the_personal_link()
    {
        await stage.TickAsync(Sessions.At(2026, 10, 4, 9));
        await stage.DeliveredAsync(DayBefore);

        var mail = Assert.Single(await RemindersAsync(Person.Bo));
        foreach (var body in new[] { WebUtility.HtmlDecode(mail.Html), mail.Text })
        {
            Assert.Contains("Guten Tag Bo O’Neill", body, StringComparison.Ordinal);
            Assert.Contains("https://konferenz.example/raum-7", body, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("List-Unsubscribe", mail.Headers.Keys);
        Assert.Contains("Neill", WebUtility.HtmlDecode(await stage.Http.GetStringAsync(mail.LinkTo("/anmeldung"))),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_seats_are_given_out_apart_it_names_the_one_place_to_be_and_both_to_who_shares_an_address()
    {
        await stage.PlanAsync(October with { Seats = 9, SeatsOnline = 9, Directions = "Tram 5 & zu Fuß" });
        await stage.RegisterAsync(new("Dora", "Vier", "dora@example.org"), null, ("attendance", "online"));
        await stage.RegisterAsync(new("Emil", "Fünf", Person.Bo.Email), null, ("attendance", "online"));
        await stage.SettledAsync();
        await stage.TickAsync(Sessions.At(2026, 10, 4, 9));
        await stage.DeliveredAsync(DayBefore);

        var (here, there, both) = (Assert.Single(await RemindersAsync(Person.Ada)),
            Assert.Single(await RemindersAsync(Person.Ada with { Email = "dora@example.org" })), (await RemindersAsync(Person.Bo))[0]);
        foreach (var body in new[] { WebUtility.HtmlDecode(here.Html), here.Text })
        {
            foreach (var words in new[] { "Wo: Haus der Wirtschaft, Erfurt", "Ort auf der Karte ansehen", "Tram 5 & zu Fuß" })
                Assert.Contains(words, body.Replace("</strong>", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("konferenz.example", body, StringComparison.Ordinal);
        }

        foreach (var body in new[] { there.Html, there.Text })
        {
            Assert.Contains("https://konferenz.example/raum-7", body, StringComparison.Ordinal);
            Assert.DoesNotContain("Haus der Wirtschaft", body, StringComparison.Ordinal);
        }

        Assert.Empty(there.Attachments); // nothing has changed since the seat was confirmed
        Assert.Contains("Haus der Wirtschaft, Erfurt und online", both.Text, StringComparison.Ordinal);
        Assert.Contains("https://konferenz.example/raum-7", both.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("%[a-z.-]+%", here.Html + here.Text + there.Html + there.Text + both.Html + both.Text);
    }

    [Fact]
    public async Task Who_registers_after_a_reminder_went_out_gets_the_next_one_only()
    {
        await stage.PlanAsync(October with { Seats = 3 });
        await stage.TickAsync(Sessions.At(2026, 9, 28, 9));
        await stage.DeliveredAsync(WeekBefore);
        var late = new Person("Dana", "Spät", "dana@kueche.example");
        await stage.PlanAsync(October with { Seats = 4 });
        await stage.RegisterAsync(late);

        await stage.TickAsync(Sessions.At(2026, 9, 28, 9, 15));
        await stage.TickAsync(Sessions.At(2026, 10, 4, 9));
        await stage.DeliveredAsync(DayBefore);

        Assert.Equal("Erinnerung an morgen, 10 Uhr: Sprache im Betrieb", Assert.Single(await RemindersAsync(late)).Subject);
    }

    [Fact]
    public async Task A_session_cancelled_between_planning_and_sending_is_not_reminded_of()
    {
        await using var slow = await Stage.OpenAsync(settings: Slow);
        await slow.PlanAsync(October);
        await slow.RegisterAsync(Person.Ada);
        await slow.TickAsync(Sessions.At(2026, 10, 4, 9));
        await slow.ExpandedAsync(DayBefore);
        await slow.PlanAsync(October with { Status = SessionStatus.Cancelled });

        await slow.FireAsync("DeliverBatch", Assert.Single(await slow.DeliveriesAsync(DayBefore)).Id.Partition);

        Assert.Equal("Der Termin ist abgesagt oder verlegt.", Assert.Single(await slow.DeliveriesAsync(DayBefore)).Reason);
        Assert.DoesNotContain(await slow.MailsAsync(), mail => mail.Subject.StartsWith("Erinnerung", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_who_share_an_address_are_reminded_in_one_mail_also_if_the_first_has_cancelled_since()
    {
        var dana = Person.Ada with { FirstName = "Dana", LastName = "Spät" };
        await stage.PlanAsync(October with { Seats = 9 });
        await stage.RegisterAsync(dana);
        await stage.SettledAsync();
        await stage.TickAsync(Sessions.At(2026, 9, 28, 9));
        await stage.DeliveredAsync(WeekBefore);

        var together = Assert.Single(await RemindersAsync(Person.Ada));
        Assert.Contains("Guten Tag Ada Löwe und Dana Spät,", together.Text, StringComparison.Ordinal);
        Assert.Contains("findet den eigenen Link in der eigenen Bestätigung", together.Text, StringComparison.Ordinal);

        var ada = await stage.Service<Attendees>().SeatedAsync(October.Id, CancellationToken.None)
            .FirstAsync(attendee => attendee.LastName == "Löwe");
        await stage.Service<Cancellation>().CancelAsync(October.Id, ada.Key, null, CancellationToken.None);
        await stage.TickAsync(Sessions.At(2026, 10, 4, 9));
        await stage.DeliveredAsync(DayBefore);

        Assert.Contains("Guten Tag Dana Spät,", (await RemindersAsync(Person.Ada))[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_gave_the_seat_back_is_not_reminded()
    {
        var bo = await stage.Service<Attendees>().SeatedAsync(October.Id, CancellationToken.None)
            .SingleAsync(attendee => attendee.LastName == Person.Bo.LastName);
        await stage.Service<Cancellation>().CancelAsync(October.Id, bo.Key, null, CancellationToken.None);

        await stage.TickAsync(Sessions.At(2026, 10, 4, 9));
        await stage.DeliveredAsync(DayBefore);

        Assert.Empty(await RemindersAsync(Person.Bo));
        Assert.Single(await RemindersAsync(Person.Cem)); // who moved up
    }

    [Fact]
    public async Task Nobody_is_reminded_of_a_date_that_the_session_was_moved_from_and_all_of_the_new_one()
    {
        await stage.TickAsync(Sessions.At(2026, 9, 28, 9));
        await stage.DeliveredAsync(WeekBefore);
        var moved = October with
        {
            Seats = 2,
            Start = October.Start.AddDays(14),
            End = October.End.AddDays(14),
            RegistrationCloses = October.RegistrationCloses.AddDays(14),
            MovedFrom = October.Start,
            MovedAt = Sessions.At(2026, 10, 1, 12),
        };
        await stage.PlanAsync(moved);

        await stage.TickAsync(Sessions.At(2026, 10, 4, 9));
        await stage.TickAsync(Sessions.At(2026, 10, 12, 9));
        await stage.DeliveredAsync(CampaignId.Reminder(moved, 7));

        Assert.Null(await stage.CampaignAsync(DayBefore));
        Assert.Equal(2, (await RemindersAsync(Person.Ada)).Count);
    }

    [Fact]
    public async Task A_reminder_carries_the_calendar_entry_again_where_no_mail_has_told_of_a_change_and_no_other_mail_follows()
    {
        await Stage.EventuallyAsync(async () => // both are told of the old place
            (await stage.MailsAsync()).Count(mail => mail.Subject.StartsWith("Angemeldet für", StringComparison.Ordinal)) == 2);
        var ada = await stage.Service<Attendees>().SeatedAsync(October.Id, CancellationToken.None)
            .SingleAsync(attendee => attendee.LastName == Person.Ada.LastName);
        await stage.PlanAsync(October with { Seats = 2, Place = "Kammer, Gera", Revision = 1 });
        await stage.FireAsync("FollowProgramme", October.Id.Value);
        await stage.TickAsync(Sessions.At(2026, 9, 28, 9)); // before anybody was told of the change
        await stage.DeliveredAsync(WeekBefore);
        await stage.FireAsync("FollowProgramme", October.Id.Value);
        await stage.SettledAsync();
        await stage.TickAsync(Sessions.At(2026, 10, 4, 9));
        await stage.DeliveredAsync(DayBefore);

        foreach (var person in new[] { Person.Ada, Person.Bo })
        {
            var reminders = await RemindersAsync(person);
            var entry = Encoding.UTF8.GetString(Convert.FromBase64String(Assert.Single(reminders[0].Attachments).Content));
            Assert.Contains("METHOD:REQUEST", entry, StringComparison.Ordinal);
            Assert.Contains($"SEQUENCE:{1 + ada.Revision}", entry, StringComparison.Ordinal);
            Assert.Contains("Kammer\\, Gera", entry, StringComparison.Ordinal);
            Assert.Empty(reminders[1].Attachments);
            Assert.DoesNotContain(await stage.MailsAsync(person.Email), mail => mail.Subject.StartsWith("Geändert", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Where_seats_are_given_out_apart_only_those_whose_own_entry_changed_get_it_again()
    {
        var divided = October with { Seats = 9, SeatsOnline = 9 };
        var dora = Person.Ada with { FirstName = "Dora", Email = "dora@example.org" };
        await using var apart = await Stage.OpenAsync();
        await apart.PlanAsync(divided);
        await apart.RegisterAsync(Person.Ada, null, ("attendance", "onSite"));
        await apart.RegisterAsync(dora, null, ("attendance", "online"));
        await Stage.EventuallyAsync(async () =>
            (await apart.MailsAsync()).Count(mail => mail.Subject.StartsWith("Angemeldet für", StringComparison.Ordinal)) == 2);
        await apart.PlanAsync(divided with { Place = "Kammer, Gera", Revision = 1 });
        await apart.FireAsync("FollowProgramme", October.Id.Value);
        await apart.TickAsync(Sessions.At(2026, 9, 28, 9));
        await apart.DeliveredAsync(WeekBefore);

        var entry = Assert.Single(await ReminderAsync(Person.Ada)).Calendar.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("Kammer\\, Gera", entry, StringComparison.Ordinal);
        Assert.DoesNotContain("konferenz.example", entry, StringComparison.Ordinal);
        Assert.Empty(Assert.Single(await ReminderAsync(dora)).Attachments);

        async Task<IEnumerable<SentMail>> ReminderAsync(Person person) =>
            (await apart.MailsAsync(person.Email)).Where(mail => mail.Subject.StartsWith("Erinnerung", StringComparison.Ordinal));
    }

    async Task<IReadOnlyList<SentMail>> RemindersAsync(Person person) =>
        [.. (await stage.MailsAsync(person.Email)).Where(mail => mail.Subject.StartsWith("Erinnerung", StringComparison.Ordinal))];
}
