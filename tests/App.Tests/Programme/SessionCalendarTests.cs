using System.Text;
using CsCheck;
using Ical.Net;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ThaffFunctions.Programme;
using ThaffFunctions.Programme.Import;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Tests.Programme;

public sealed class SessionCalendarTests
{
    static readonly EmailAddress Ada = EmailAddress.Stored("ada@firma.example");

    static readonly SiteOptions Site = new()
    {
        BaseUrl = "https://austausch.example",
        Operator = new()
        {
            Name = "Thüringer Agentur; für \"Fachkräfte\", Gewinnung: und mehr als fünfundsiebzig Zeichen in einer Zeile",
            Email = "kontakt@austausch.example",
        },
    };

    readonly SessionCalendar calendar = new(Options.Create(Site), new FakeTimeProvider(new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero)));

    string Publish(params Session[] sessions) => calendar.Publish(sessions, Language.German);

    [Fact]
    public void The_feed_has_every_session_in_local_time_with_its_zone()
    {
        var feed = Parse(Publish(Session(), Session("2027-07-sommer", "2027-07-06")));

        Assert.Equal("PUBLISH", feed.Method);
        Assert.Equal("Europe/Berlin", Assert.Single(feed.TimeZones).TzId);
        Assert.Equal(["2027-03-anerkennung@austausch.example", "2027-07-sommer@austausch.example"], feed.Events.Select(entry => entry.Uid));
        Assert.Equal([new DateTime(2027, 3, 9, 9, 0, 0), new DateTime(2027, 7, 6, 8, 0, 0)],
            feed.Events.Select(entry => entry.Start!.AsUtc));
        Assert.All(feed.Events, entry => Assert.Equal("Europe/Berlin", entry.Start!.TzId));
    }

    [Fact]
    public void The_feed_says_the_same_bytes_until_a_session_changes()
    {
        var session = Session();

        Assert.Equal(Publish(session), Publish(session));
        Assert.NotEqual(Publish(session), Publish(session with { Revision = 1 }));
    }

    [Fact]
    public void A_cancelled_session_stays_in_the_feed_as_cancelled()
    {
        var entry = Assert.Single(Parse(Publish(Session() with { Status = SessionStatus.Cancelled, Revision = 3 })).Events);

        Assert.Equal("CANCELLED", entry.Status);
        Assert.Equal(3, entry.Sequence);
        Assert.StartsWith("Abgesagt:", entry.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_is_for_one_attendee_who_has_accepted()
    {
        var request = Parse(calendar.Request(Session() with { OnlineLink = new Uri("https://meet.example/raum?x=1&y=2") }, Ada,
            "Ada Beispiel", 4, Language.German));
        var entry = Assert.Single(request.Events);
        var attendee = Assert.Single(entry.Attendees);

        Assert.Equal("REQUEST", request.Method);
        Assert.Equal(4, entry.Sequence);
        Assert.Equal("mailto:ada@firma.example", attendee.Value!.OriginalString);
        Assert.Equal("Ada Beispiel", attendee.CommonName);
        Assert.Equal("ACCEPTED", attendee.ParticipationStatus);
        Assert.False(attendee.Rsvp);
        Assert.Equal("mailto:kontakt@austausch.example", entry.Organizer!.Value!.OriginalString);
        Assert.Contains("https://meet.example/raum?x=1&y=2", entry.Description, StringComparison.Ordinal);
        Assert.Equal(new DateTime(2026, 9, 1, 8, 0, 0), entry.DtStamp!.AsUtc);
    }

    [Fact]
    public void An_entry_reminds_a_day_before_and_ones_own_leads_to_the_registration_and_is_no_other_than_the_public_one()
    {
        var own = calendar.Request(Session(), Ada, null, 1, Language.German, new Uri("https://austausch.example/anmeldung?t=abc"));
        var shown = Publish(Session());

        Assert.Contains("https://austausch.example/anmeldung?t=abc", Assert.Single(Parse(own).Events).Description, StringComparison.Ordinal);
        Assert.NotEqual(Assert.Single(Parse(own).Events).Uid, Assert.Single(Parse(shown).Events).Uid);
        Assert.DoesNotContain("anmeldung?t=", shown, StringComparison.Ordinal);
        foreach (var text in new[] { own, shown }) Assert.Contains("TRIGGER:-P1D", text, StringComparison.Ordinal);
        Assert.DoesNotContain("VALARM", calendar.Cancel(Session(), Ada, null, 2, Language.German), StringComparison.Ordinal);
        Assert.DoesNotContain("VALARM", Publish(Session() with { Status = SessionStatus.Cancelled }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancellation_has_the_same_uid_and_no_online_link()
    {
        var session = Session() with { OnlineLink = new Uri("https://meet.example/geheim") };

        var text = calendar.Cancel(session, Ada, "Ada Beispiel", 5, Language.German);
        var entry = Assert.Single(Parse(text).Events);

        Assert.Equal("CANCEL", Parse(text).Method);
        Assert.Equal("CANCELLED", entry.Status);
        Assert.Equal(5, entry.Sequence);
        Assert.Equal(Assert.Single(Parse(calendar.Request(session, Ada, "Ada Beispiel", 4, Language.German)).Events).Uid, entry.Uid);
        Assert.DoesNotContain("geheim", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_feed_never_holds_the_online_link() =>
        Assert.DoesNotContain("geheim", Publish(Session() with { OnlineLink = new Uri("https://meet.example/geheim") }),
            StringComparison.Ordinal);

    [Fact]
    public void Every_text_survives_in_lines_of_at_most_75_octets() =>
        Text.Sample(text =>
        {
            var written = calendar.Request(Session() with { Title = text, Place = text }, Ada, text, 1, Language.German);
            var entry = Assert.Single(Parse(written).Events);

            Assert.Equal(text, entry.Summary);
            Assert.Equal(text, entry.Location);
            Assert.All(written.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
            Assert.DoesNotContain('\n', written.Replace("\r\n", "", StringComparison.Ordinal));
            Assert.DoesNotContain("\nATTACH", written, StringComparison.Ordinal);
            Assert.Equal("mailto:ada@firma.example", Assert.Single(entry.Attendees).Value!.OriginalString);
        });

    static readonly string[] Parts = ["a", "Wort", "ü", "–", "👩🏽‍🔧", ",", ";", ":", "\"", "'", "\\", "n", "=", "^", "<b>", "1", "€",
        "é"];

    static readonly Gen<string> Text =
        from part in Gen.Int[0, Parts.Length - 1].Array[1, 60]
        select string.Concat(part.Select(at => Parts[at]));

    static Calendar Parse(string text) => Calendar.Load(text)!;

    static Session Session(string id = "2027-03-anerkennung", string date = "2027-03-09") => Assert.Single(
        ProgrammeFile.Read("p.yaml", Encoding.UTF8.GetBytes(ProgrammeFiles.With(("id", id), ("date", date)))).Sessions) with
    { ChangedAt = new(2026, 8, 1, 0, 0, 0, TimeSpan.Zero) };
}
