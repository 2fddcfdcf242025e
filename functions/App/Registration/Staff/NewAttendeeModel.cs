using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Registration.Staff;

/// <summary>The page of <see cref="AddAttendee"/>.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Session">What somebody is registered for.</param>
/// <param name="Typed">What stands in the form.</param>
/// <param name="Form">Tells this form from every other, so that the same one posted twice registers one person.</param>
/// <param name="Problems">What is wrong with it.</param>
public sealed record NewAttendeeModel(StaffFrame Frame, Session Session, RegistrationFields Typed, string Form, FieldProblems Problems)
    : IModelOf<NewAttendeePage>
{
    /// <summary>Who is registered already under the name and the address that were typed; null if nobody is.</summary>
    public Attendee? Registered { get; init; }

    /// <summary>Who has the same name and is registered already: perhaps the person themselves.</summary>
    public IReadOnlyList<Attendee> Namesakes { get; init; } = [];

    /// <summary>Whether it was confirmed that these are others.</summary>
    public bool AreOthers { get; init; }

    /// <summary>The field that confirms it; its value names those who were shown, so that nobody else is taken as confirmed.</summary>
    public const string OthersField = "andere";

    public static string OthersOf(IReadOnlyList<Attendee> namesakes) => FormVersion.Of(namesakes.Select(attendee => attendee.Key));

    /// <summary>Why nobody can be registered; null while somebody can, and where the form comes back with what was typed.</summary>
    public string? WhyClosed { get; init; }

    public const string FormField = "blatt";

    public static string NewForm() => Guid.NewGuid().ToString("N");
}
