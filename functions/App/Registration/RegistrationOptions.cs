using System.ComponentModel.DataAnnotations;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Registration.Seating;

namespace ThaffFunctions.Registration;

/// <summary>Section <c>Registration</c>.</summary>
public sealed record RegistrationOptions
{
    public const string Section = "Registration";

    /// <summary>How many persons may share one address in a session.</summary>
    [Range(1, 100)]
    public int PersonsPerAddress { get; init; } = 5;

    /// <summary>How many registrations one client may post in an hour.</summary>
    [Range(1, 1_000_000)]
    public int PostsPerClientAndHour { get; init; } = 60;

    /// <summary>For how many different addresses one client may register persons in a day: nobody fills a session alone.</summary>
    [Range(1, 1_000_000)]
    public int AddressesPerClientAndDay { get; init; } = 20;

    /// <summary>
    /// Within how many hours a seat must be confirmed by the link in the mail, or it goes to who waits. 0: it need not be confirmed.
    /// </summary>
    [Range(0, 168)]
    public int ConfirmationHours { get; init; }

    /// <summary>How often a day the same registration is answered by mail.</summary>
    [Range(1, 100)]
    public int MailsPerRegistrationAndDay { get; init; } = 3;

    /// <summary>How many days after the session its manage links still work; at most as long as there is anything to see.</summary>
    [Range(1, 365)]
    public int ManageLinkDays { get; init; } = 30;

    /// <summary>How many days after the session everything about persons is erased.</summary>
    [Range(1, 3650)]
    public int RetentionDays { get; init; } = 90;

    /// <summary>Which legal basis the registration form and the privacy notice name.</summary>
    public LegalBasis LegalBasis { get; init; }

    /// <summary>How pages tell how many seats are free.</summary>
    public FreeSeatsSetting FreeSeats { get; init; }

    /// <summary>How many days after a session was cancelled everything about persons is erased.</summary>
    [Range(1, 3650)]
    public int CancelledRetentionDays { get; init; } = 30;

    /// <summary>When what is known of a session's persons is erased. Rows of older versions do not say when it was cancelled.</summary>
    public DateTimeOffset EndFor(Session session)
    {
        var usual = session.End.AddDays(RetentionDays);
        if (!session.IsCancelled) return usual;

        var cancelled = (session.CancelledAt ?? session.ChangedAt).AddDays(CancelledRetentionDays);
        return cancelled < usual ? cancelled : usual;
    }

    internal TimeSpan? ConfirmWithin => ConfirmationHours > 0 ? TimeSpan.FromHours(ConfirmationHours) : null;
}
