using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Registration;

/// <summary>The form on a session's page: empty at first; after a rejected post with what was typed and what is wrong with it.</summary>
public sealed record RegistrationFormModel(SessionId Session, Availability Availability, RegistrationFields Typed, FieldProblems Problems)
{
    public static RegistrationFormModel Empty(SessionId session, Availability availability) =>
        new(session, availability, RegistrationFields.Empty, FieldProblems.None);
}
