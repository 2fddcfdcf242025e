using System.Globalization;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Needs;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Registration.Applying;

/// <summary>
/// A checked application for a seat. Same address and name: the same person; capitals, spaces and how an umlaut is encoded make no other
/// one.
/// </summary>
/// <param name="Session">What is applied for.</param>
/// <param name="FirstName">As it was typed.</param>
/// <param name="LastName">As it was typed.</param>
/// <param name="Email">Whoever it belongs to.</param>
/// <param name="Company">May be empty.</param>
/// <param name="Sector">May be unstated.</param>
/// <param name="Region">May be unstated.</param>
/// <param name="Question">May be empty.</param>
/// <param name="NewsletterAskedFrom">Where the newsletter was asked for, in words for the proof of consent; null: it was not.</param>
public sealed record Applicant(
    SessionId Session,
    string FirstName,
    string LastName,
    EmailAddress Email,
    string Company,
    Sector Sector,
    Region Region,
    string Question,
    string? NewsletterAskedFrom)
{
    public AccessNeeds Needs { get; init; } = AccessNeeds.None;

    /// <summary>The language of the form; mails follow it.</summary>
    public Language Language { get; init; } = Language.German;

    /// <summary>Where to call who has no address; else empty.</summary>
    public string Phone { get; init; } = "";

    /// <summary>The key of whoever filled in the form for them, with a registration of their own; null: they did it themselves.</summary>
    public string? RegisteredBy { get; init; }

    /// <summary>Which of the seats is applied for; null: nothing was said of it.</summary>
    public AttendanceMode? Mode { get; init; }

    /// <summary>The same where seats are not given out apart: then it does not matter what was said.</summary>
    public Applicant For(Session session) => session.SeatsOnline is null ? this with { Mode = null } : this;

    public bool IsSamePersonAs(Attendee attendee) =>
        Email.Canonical == attendee.Email.Canonical && IsNamed(attendee, FirstName, LastName);

    /// <summary>Whether an attendee has this name; capitals, spaces and how an umlaut is encoded make no other one.</summary>
    public static bool IsNamed(Attendee attendee, string firstName, string lastName) =>
        FoldedText(firstName) == FoldedText(attendee.FirstName) && FoldedText(lastName) == FoldedText(attendee.LastName);

    /// <summary>The key of the person's row: a hash of address, first and last name.</summary>
    public string KeyBy(RowKeyHash hash) => KeyOf(Email, FirstName, LastName, hash);

    public static string KeyOf(EmailAddress email, string firstName, string lastName, RowKeyHash hash) =>
        hash.Of(email.Canonical, FoldedText(firstName), FoldedText(lastName));

    /// <summary>
    /// A free key for a new attendee. The usual one may be taken by somebody who has changed their name since, or by a row that cannot be
    /// read.
    /// </summary>
    public string KeyBeside(IReadOnlyList<string> taken, RowKeyHash hash) =>
        Enumerable.Range(2, int.MaxValue - 2)
            .Select(number => hash.Of(KeyBy(hash), number.ToString(CultureInfo.InvariantCulture)))
            .Prepend(KeyBy(hash))
            .First(key => !taken.Contains(key));

    public static string FoldedText(string name) =>
        string.Join(' ', name.Normalize().ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public Attendee ToAttendee(string key, AttendeeState state, int place, DateTimeOffset now) => new(
        Session, key, FirstName, LastName, Email, Company, Sector, Region, Question, state, place, now, NewsletterAskedFrom is not null)
    {
        MailedOn = Berlin.Date(now),
        MailsThatDay = 1,
        Needs = Needs,
        Language = Language,
        Phone = Phone,
        RegisteredBy = RegisteredBy,
        ConfirmedAt = Email.HasMailbox ? null : now, // by telephone, to whoever entered it
        Mode = Mode ?? AttendanceMode.OnSite,
        NeedState = Needs.Any ? NeedState.New : NeedState.None,
    };

    /// <summary>A person who had cancelled comes back: what was typed now counts, the calendar entry goes on from the old one.</summary>
    public Attendee ToReturningAttendee(Attendee cancelled, AttendeeState state, int place, DateTimeOffset now) =>
        ToAttendee(cancelled.Key, state, place, now) with { Revision = cancelled.Revision + 1, ETag = cancelled.ETag };
}
