using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Registration;

/// <summary>The form on a session's page: empty at first; after a rejected post with what was typed and what is wrong with it.</summary>
/// <param name="Session">What it is for.</param>
/// <param name="Availability">A seat or the waiting list.</param>
/// <param name="Typed">What the fields hold.</param>
/// <param name="Problems">What is wrong with them.</param>
/// <param name="Options">What the information about the handling of data says.</param>
public sealed record RegistrationFormModel(
    SessionId Session, Availability Availability, RegistrationFields Typed, FieldProblems Problems, RegistrationOptions Options)
{
    public static RegistrationFormModel Empty(SessionId session, Availability availability, RegistrationOptions options) =>
        new(session, availability, RegistrationFields.Empty, FieldProblems.None, options);
}
