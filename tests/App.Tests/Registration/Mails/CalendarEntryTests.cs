using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using ThaffFunctions.Tests.MailingList;

namespace ThaffFunctions.Tests.Registration.Mails;

/// <summary>The calendar entries in the mails of one person, by their bytes (RFC 5545) and as a calendar follows them (RFC 5546).</summary>
public sealed class CalendarEntryTests : IAsyncLifetime
{
    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October with
        {
            Title =
            "Über Fachkräfte, Sprache; und \"mehr\": ein langer Titel, der über die Zeile geht"
        });
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Seat_cancellation_and_new_seat_are_one_entry_with_growing_sequence()
    {
        await stage.RegisterAsync(Person.Ada);
        var seat = await EntryAsync("Angemeldet für", 1);
        await stage.Http.PostAsync(seat.Mail.LinkTo("/anmeldung"), new FormUrlEncodedContent([new("action", "cancel")]));
        var cancelled = await EntryAsync("Ihre Absage für", 1);
        await stage.PlanAsync(TestSessions.October with { Revision = 1, Place = "Kammer, Gera" });
        await stage.RegisterAsync(Person.Ada);
        var again = await EntryAsync("Angemeldet für", 2);

        Assert.Equal(["REQUEST", "CANCEL", "REQUEST"], new[] { seat, cancelled, again }.Select(one => one.Calendar.Method));
        Assert.Equal(["CONFIRMED", "CANCELLED", "CONFIRMED"], new[] { seat, cancelled, again }.Select(one => one.Event.Status));
        Assert.Single(new[] { seat, cancelled, again }.Select(one => one.Event.Uid).Distinct());
        Assert.Equal([0, 1, 3], new[] { seat, cancelled, again }.Select(one => one.Event.Sequence)); // the session's revision is added
        Assert.All(new[] { seat, cancelled, again },
            one => Assert.Equal("mailto:ada@werkstatt.example", Assert.Single(one.Event.Attendees).Value!.OriginalString));
        Assert.All(new[] { seat, cancelled, again },
            one => Assert.Equal("mailto:praxisaustausch@thaff.example", one.Event.Organizer!.Value!.OriginalString));
        Assert.Equal("Kammer, Gera und online", again.Event.Location);
    }

    [Fact]
    public async Task By_its_bytes_an_entry_is_what_RFC_5545_asks_for()
    {
        await stage.RegisterAsync(Person.Ada);

        var bytes = Convert.FromBase64String((await EntryAsync("Angemeldet für", 1)).Mail.Attachments[0].Content);
        var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        var lines = text.Split("\r\n");
        Assert.NotEqual(0xEF, bytes[0]);
        Assert.Equal("", lines[^1]);
        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.All(lines, line => Assert.DoesNotContain(line, character => char.IsControl(character)));

        var whole = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (whole[0], whole[^1]));
        foreach (var once in new[] { "VERSION:2.0", "METHOD:REQUEST", "SEQUENCE:0", "BEGIN:VEVENT", "BEGIN:VTIMEZONE",
            "TZID:Europe/Berlin" })
            Assert.Single(whole, line => line == once);
        foreach (var once in new[] { "PRODID:", "UID:", "SUMMARY:", "ORGANIZER", "ATTENDEE", "DTSTART;TZID=Europe/Berlin:20261005T100000",
            "DTEND;TZID=Europe/Berlin:20261005T120000" })
            Assert.Single(whole, line =>
                line.StartsWith(once, StringComparison.Ordinal) && (once != "DTSTART" || line.Contains("2026", StringComparison.Ordinal)));
        Assert.Matches(@"^DTSTAMP:\d{8}T\d{6}Z$", Assert.Single(whole, line => line.StartsWith("DTSTAMP", StringComparison.Ordinal)));
    }

    /// <summary>
    /// The zone's rules are those of today, so that every date in the future is right in a calendar that knows no Europe/Berlin.
    /// </summary>
    [Fact]
    public async Task The_zone_says_when_summer_time_begins_and_ends()
    {
        await stage.RegisterAsync(Person.Ada);

        var zone = Assert.Single((await EntryAsync("Angemeldet für", 1)).Calendar.TimeZones);
        var rules = zone.TimeZoneInfos.ToDictionary(rule => rule.Name,
            rule => ($"{rule.OffsetFrom}>{rule.OffsetTo}", $"{rule.RecurrenceRule}", rule.Start!.Value.TimeOfDay));
        Assert.Equal(("+0100>+0200", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", TimeSpan.FromHours(2)), rules["DAYLIGHT"]);
        Assert.Equal(("+0200>+0100", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", TimeSpan.FromHours(3)), rules["STANDARD"]);
    }

    async Task<(SentMail Mail, Calendar Calendar, CalendarEvent Event)> EntryAsync(string subject, int count)
    {
        var mail = await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Person.Ada.Email))
            .Where(mail => mail.Subject.StartsWith(subject, StringComparison.Ordinal)).ElementAtOrDefault(count - 1));
        var calendar = Calendar.Load(mail.Calendar)!;
        return (mail, calendar, Assert.Single(calendar.Events));
    }
}
