using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Registration;

/// <summary>One's own registration.</summary>
/// <param name="Token">The link's token, for the forms' addresses.</param>
/// <param name="Attendee">The registration as it stands.</param>
/// <param name="Session">What it is for.</param>
/// <param name="IsAhead">The session takes place and has not begun.</param>
/// <param name="Notice">What was just done.</param>
/// <param name="Typed">The fields to correct.</param>
/// <param name="Problems">What is wrong with them.</param>
public sealed record ManagePageModel(
    string Token, Attendee Attendee, Session Session, bool IsAhead, string? Notice, RegistrationFields Typed, FieldProblems Problems)
    : IModelOf<ManagePage>
{
    /// <summary>Whether mails to the address go out. Only who has the personal link is told.</summary>
    public bool IsReachable { get; init; } = true;

    /// <summary>Until when the seat must be confirmed; null if it need not be.</summary>
    public DateTimeOffset? ConfirmBy => CanChange && Attendee.State == AttendeeState.Seated ? Attendee.ConfirmBy : null;

    public bool CanChange => IsAhead && Attendee.State != AttendeeState.Cancelled;
}
