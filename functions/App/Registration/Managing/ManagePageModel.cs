using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Registration.Managing;

/// <summary>One's own registration.</summary>
/// <param name="Token">The link's token, for the forms' addresses.</param>
/// <param name="Attendee">The registration as it stands.</param>
/// <param name="Session">What it is for.</param>
/// <param name="IsAhead">The session takes place and has not begun.</param>
/// <param name="ConfirmBy">Until when the seat must be confirmed; null if it need not be.</param>
/// <param name="Notice">What was just done.</param>
/// <param name="Typed">The fields to correct.</param>
/// <param name="Problems">What is wrong with them.</param>
public sealed record ManagePageModel(
    string Token, Attendee Attendee, Session Session, bool IsAhead, DateTimeOffset? ConfirmBy, Bilingual? Notice, RegistrationFields Typed,
    FieldProblems Problems) : IModelOf<ManagePage>
{
    /// <summary>How many days after the session the registration is erased.</summary>
    public required int RetentionDays { get; init; }

    /// <summary>Whether somebody who waits moves up when this registration is cancelled now.</summary>
    public bool IsPassedOn { get; init; }

    /// <summary>Whether there is an address, and mails to it go out. Only who has the personal link is told.</summary>
    public bool IsReachable { get; init; } = true;

    /// <summary>Which in line the attendee is; null for who does not wait.</summary>
    public int? Position { get; init; }

    /// <summary>Whether the session is over.</summary>
    public bool IsPast { get; init; }

    /// <summary>Until when the cancellation may be taken back; null if it may not.</summary>
    public DateTimeOffset? UndoableUntil { get; init; }

    /// <summary>What the visitor is asked once more before it is done: absagen or loeschen; null for nothing.</summary>
    public string? Asked { get; init; }

    /// <summary>Whether there is a free seat of the other kind.</summary>
    public bool CanSwitch { get; init; }

    /// <summary>Whether they wait for seats online that there are no more.</summary>
    public bool WaitsInVain { get; init; }

    public bool IsLateForNeeds { get; init; }

    public bool CanChange => IsAhead && Attendee.State != AttendeeState.Cancelled;

    /// <summary>Not for who has a place once the session has begun: they are counted first, and erased later with all others.</summary>
    public bool CanErase => IsAhead || Attendee.State == AttendeeState.Cancelled;
}
