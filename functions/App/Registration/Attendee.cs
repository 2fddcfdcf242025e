using System.Security.Cryptography;
using System.Text;
using Azure;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Calling;
using ThaffFunctions.Registration.Changes;
using ThaffFunctions.Registration.Needs;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Registration;

/// <summary>One person registered for one session.</summary>
public sealed record Attendee(
    SessionId Session,
    string Key,
    string FirstName,
    string LastName,
    EmailAddress Email,
    string Company,
    Sector Sector,
    Region Region,
    string Question,
    AttendeeState State,
    int Place,
    DateTimeOffset RegisteredAt,
    bool WantsNewsletter)
{
    /// <summary>
    /// Raised when the seat is won or lost; with the session's revision it makes the calendar entry's SEQUENCE (RFC 5545).
    /// </summary>
    public int Revision { get; init; }

    /// <summary>Which of the seats it is about; on site where they are not given out apart.</summary>
    public AttendanceMode Mode { get; init; }

    /// <summary>What the mails have told of the session.</summary>
    public LastNotification Told { get; init; } = LastNotification.Nothing;

    /// <summary>How many mails this registration caused on <see cref="MailedOn"/>.</summary>
    public int MailsThatDay { get; init; }

    public DateOnly MailedOn { get; init; }

    /// <summary>The row key of the delivery that tells the attendee how they stand; null before there is one.</summary>
    public string? StateMail { get; init; }

    /// <summary>The row key of the last delivery that tells the same once more; null for none. A deadline is the first one's.</summary>
    public string? RepeatedMail { get; init; }

    /// <summary>When something was confirmed by the link in a mail about this registration.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>When they gave their seat back themselves; null while they have a place, and for seats that lapsed.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Mails and their links are in it.</summary>
    public Language Language { get; init; } = Language.German;

    public AccessNeeds Needs { get; init; } = AccessNeeds.None;

    public NeedState NeedState { get; init; }

    /// <summary>What staff answered; empty for nothing.</summary>
    public string NeedAnswer { get; init; } = "";

    /// <summary>
    /// The row keys of the deliveries that tell what staff answered to what is needed now, one for each time: the last tells what holds.
    /// </summary>
    public IReadOnlyList<string> NeedMails { get; init; } = [];

    /// <summary>What each of <see cref="NeedMails"/> was written to tell, by <see cref="StampOf"/>; rows of earlier versions have none.</summary>
    public IReadOnlyList<string> NeedAnswers { get; init; } = [];

    /// <summary>Where to call who has no address; else empty.</summary>
    public string Phone { get; init; } = "";

    /// <summary>
    /// The key of whoever filled in the form for them; null: they did it themselves. It is a key and no name, so that a name that is erased
    /// is gone here, too.
    /// </summary>
    public string? RegisteredBy { get; init; }

    /// <summary>What staff are to tell by telephone who has no address: the mails that could not go.</summary>
    public IReadOnlyList<Call> CallAbout { get; init; } = [];

    /// <summary>The row key of the last delivery whose news staff told by telephone, because they caused it or it did not arrive.</summary>
    public string? ToldByTelephone { get; init; }

    /// <summary>What staff are to tell, in words, each once.</summary>
    public IEnumerable<string> CallAboutInWords => CallAbout.Select(call => call.About).Distinct();

    public ETag ETag { get; init; }

    /// <summary>Something staff have not answered yet.</summary>
    public bool HasOpenNeed => State != AttendeeState.Cancelled && NeedState is (NeedState.New or NeedState.Told);

    /// <summary>What is needed now; something else than before is open again.</summary>
    public Attendee With(AccessNeeds needs) => needs == Needs ? this
        : this with
        {
            Needs = needs,
            NeedState = needs.Any ? NeedState.New : NeedState.None,
            NeedAnswer = "",
            NeedMails = [],
            NeedAnswers = [],
        };

    /// <summary>
    /// What staff answer to what is needed, for the first time or otherwise than before: nobody need be called about that any more.
    /// </summary>
    /// <param name="decision">Granted or declined.</param>
    /// <param name="answer">What they write; may be empty.</param>
    /// <param name="mail">The row key of the delivery that tells it.</param>
    public Attendee Answered(NeedState decision, string answer, string mail) => this with
    {
        NeedState = decision,
        NeedAnswer = answer,
        NeedMails = [.. NeedMails, mail],
        NeedAnswers = [.. NeedAnswers, StampOf(decision, answer)],
        CallAbout = [.. CallAbout.Where(call => DeliveryId.Parse(call.Mail) is not { Row: var row } || !NeedMails.Contains(row))],
    };

    /// <summary>Tells whether two answers are the same.</summary>
    public static string StampOf(NeedState decision, string answer) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{decision}\n{answer}")).AsSpan(..8));

    public bool IsUnconfirmedSeat => State == AttendeeState.Seated && ConfirmedAt is null;

    public string Name => $"{FirstName} {LastName}";
}
