using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Forms;

namespace ThaffFunctions.Registration.Applying;

/// <summary>The form on a session's page: empty at first; after a rejected post with what was typed and what is wrong with it.</summary>
/// <param name="Session">What it is for.</param>
/// <param name="Vacancy">A seat or the waiting list.</param>
/// <param name="Typed">What the fields hold.</param>
/// <param name="Problems">What is wrong with them.</param>
/// <param name="Options">What the information about the handling of data says.</param>
public sealed record RegistrationFormModel(
    SessionId Session, Vacancy Vacancy, RegistrationFields Typed, FieldProblems Problems, RegistrationOptions Options)
{
    /// <inheritdoc cref="Programme.Session.NeedsUntil"/>
    public DateTimeOffset? NeedsUntil { get; init; }

    public bool IsLateForNeeds { get; init; }

    /// <summary>Whether the session has no place to come to.</summary>
    public bool IsOnlineOnly { get; init; }

    /// <summary>Where the form is posted to: the address of the page that it stands on; null where there is none.</summary>
    public static string? AddressOf(SessionId? session, Language language) =>
        session is { } known ? language.PathOf($"/termine/{known}") : null;

    public static RegistrationFormModel Of(Session session, Vacancy vacancy, RegistrationFields typed, FieldProblems problems,
        RegistrationOptions options, DateTimeOffset now) => new(session.Id, vacancy, typed, problems, options)
        {
            NeedsUntil = session.NeedsUntil,
            IsLateForNeeds = now >= session.NeedsUntil,
            IsOnlineOnly = session.Place is null,
        };
}
