using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Site;

/// <summary>The page of a session with its registration form.</summary>
/// <param name="Listing">The session with its current state.</param>
/// <param name="Form">The form, empty or as it was posted, with its problems; null if nobody can register.</param>
public sealed partial record SessionPageModel(SessionListing Listing, RegistrationFormModel? Form) : IModelOf<SessionPage>
{
    /// <summary>What the session is about, for a preview: its description without marks.</summary>
    internal static string PlainOf(Session session) => session.Description.Length == 0
        ? $"Praxisaustausch am {Berlin.Day(session.Start)}, {Berlin.Hours(session.Start, session.End)}, {session.Venue}."
        : $"{Berlin.Day(session.Start)}, {session.Venue}. {Marks().Replace(session.Description, "$1")}";

    [System.Text.RegularExpressions.GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)|[*_`#>]+|(?m:^\s*-\s+)")]
    private static partial System.Text.RegularExpressions.Regex Marks();
}
