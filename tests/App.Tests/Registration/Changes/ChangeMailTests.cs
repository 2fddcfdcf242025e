using ThaffFunctions.Programme;
using static ThaffFunctions.Tests.Registration.Changes.ChangeDesk;

namespace ThaffFunctions.Tests.Registration.Changes;

/// <summary>Who has a seat or waits is told once when the session is moved, has another place or link, or is cancelled.</summary>
public sealed class ChangeMailTests
{
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
    public async Task A_cancellation_names_the_date_and_place_that_were_told_last()
    {
        await using var stage = await OpenAsync();
        await stage.PlanAsync(Moved with { Place = "Kammer, Gera" });
        await stage.PlanAsync(Moved with { Place = "Kammer, Gera", Status = SessionStatus.Cancelled, Revision = 2 });
        await TickAsync(stage, Together);

        foreach (var person in new[] { Person.Ada, Person.Bo })
        {
            var mail = Assert.Single(await ChangesAsync(stage, person));
            Assert.Equal("Abgesagt ist der Termin am 5. Oktober, 10 Uhr: Sprache im Betrieb", mail.Subject);
            Assert.Contains("Montag, 5. Oktober 2026", mail.Text, StringComparison.Ordinal);
            Assert.Contains("Haus der Wirtschaft, Erfurt und online", mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("12. Oktober", mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Gera", mail.Text, StringComparison.Ordinal);
        }

        Assert.Equal(5, EntryOf((await ChangesAsync(stage, Person.Ada))[0]).Event.Start!.Day);
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
}
