using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Programme;

/// <summary>
/// Sessions as calendar entries (RFC 5545): in the public feed, and in mails to people with a seat (iTIP, RFC 5546). All public entries
/// of a session have the same UID, so that a calendar replaces an earlier one by a later one; those in mails have another, so that
/// whoever has both loses neither when the other changes.
/// </summary>
public sealed class SessionCalendar(IOptions<SiteOptions> options, TimeProvider clock)
{
    const string Zone = "Europe/Berlin";
    const string ProductId = "-//ThAFF//Praxisaustausch//DE";

    readonly SiteOptions site = options.Value;

    /// <summary>The feed. Deterministic: the same sessions give the same bytes. It never contains the online link.</summary>
    public string Publish(IEnumerable<Session> sessions, Language language)
    {
        var calendar = New("PUBLISH");
        calendar.AddProperty("X-WR-CALNAME", "ThAFF Praxisaustausch");
        calendar.AddProperty("X-PUBLISHED-TTL", "PT6H");
        foreach (var session in sessions)
        {
            var entry = Entry(session, session.Revision, session.ChangedAt, language);
            entry.LastModified = Utc(session.ChangedAt);
            if (!session.IsCancelled) entry.Alarms.Add(DayBefore(language));
            calendar.Events.Add(entry);
        }

        return Write(calendar);
    }

    /// <summary>The entry for a person with a seat, including the online link.</summary>
    /// <param name="session">The session.</param>
    /// <param name="attendee">The person's address.</param>
    /// <param name="attendeeName">The name to show; null for none.</param>
    /// <param name="sequence">The revision of the session plus that of the registration. A calendar accepts only an entry with a higher
    /// sequence than its own.</param>
    /// <param name="language">The person's.</param>
    /// <param name="manage">The person's link to change or cancel.</param>
    public string Request(
        Session session, EmailAddress attendee, string? attendeeName, int sequence, Language language, Uri? manage = null)
    {
        var entry = Invitation(session, attendee, attendeeName, sequence, language);
        if (session.OnlineLink is { } link)
            entry.Description = $"{language.Say("Zugang online", "Online access")}: {link.OriginalString}\n\n{entry.Description}";
        if (manage is not null)
            entry.Description += $"\n\n{language.Say("Anmeldung ändern oder absagen", "Change or cancel your registration")}: "
                + manage.OriginalString;
        entry.Alarms.Add(DayBefore(language));
        return Write(New("REQUEST", entry));
    }

    /// <summary>Removes the entry from the calendar of a person whose seat or session was cancelled.</summary>
    /// <inheritdoc cref="Request" path="/param"/>
    public string Cancel(Session session, EmailAddress attendee, string? attendeeName, int sequence, Language language)
    {
        var entry = Invitation(session, attendee, attendeeName, sequence, language);
        entry.Status = EventStatus.Cancelled;
        return Write(New("CANCEL", entry));
    }

    CalendarEvent Invitation(Session session, EmailAddress attendee, string? attendeeName, int sequence, Language language)
    {
        var entry = Entry(session, sequence, clock.GetUtcNow(), language);
        entry.Uid = $"platz.{entry.Uid}";
        entry.Attendees.Add(new Attendee(attendee.MailTo)
        {
            CommonName = attendeeName,
            Role = ParticipationRole.RequiredParticipant,
            ParticipationStatus = EventParticipationStatus.Accepted,
            Rsvp = false,
        });
        return entry;
    }

    CalendarEvent Entry(Session session, int sequence, DateTimeOffset stamp, Language language) => new()
    {
        Uid = $"{session.Id}@{new Uri(site.BaseUrl).Host}",
        Sequence = sequence,
        DtStamp = Utc(stamp),
        Start = Local(session.Start),
        End = Local(session.End),
        Summary = session.IsCancelled ? $"{language.Say("Abgesagt", "Cancelled")}: {session.Title}" : session.Title,
        Description = $"ThAFF Praxisaustausch{(session.Focus.Length > 0 ? $" – {session.Focus}" : "")}\n"
            + $"{site.Link(language.PathOf(session.Path))}",
        Location = session.VenueIn(language),
        Url = site.Link(language.PathOf(session.Path)),
        Organizer = new Organizer($"mailto:{site.Operator.Email}") { CommonName = site.Operator.Name },
        Status = session.IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
        Transparency = TransparencyType.Opaque,
    };

    static Alarm DayBefore(Language language) => new()
    {
        Action = AlarmAction.Display,
        Description = language.Say("Morgen: ThAFF Praxisaustausch", "Tomorrow: ThAFF Praxisaustausch"),
        Trigger = new Trigger(Duration.FromDays(-1)),
    };

    static Calendar New(string method, params ReadOnlySpan<CalendarEvent> entries)
    {
        var calendar = new Calendar { Method = method, ProductId = ProductId };
        foreach (var entry in entries) calendar.Events.Add(entry);
        return calendar;
    }

    static string Write(Calendar calendar)
    {
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(Zone, new DateTime(2019, 1, 1), includeHistoricalData: false));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    static CalDateTime Local(DateTimeOffset instant) => new(Berlin.Local(instant).DateTime, Zone);

    static CalDateTime Utc(DateTimeOffset instant) => new(instant.UtcDateTime, "UTC");
}
