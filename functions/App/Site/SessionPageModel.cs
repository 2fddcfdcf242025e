using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Site;

/// <summary>The page of a session with its registration form.</summary>
/// <param name="Listing">The session with its current state.</param>
/// <param name="Form">The form, empty or as it was posted, with its problems; null if nobody can register.</param>
public sealed partial record SessionPageModel(SessionListing Listing, RegistrationFormModel? Form) : IModelOf<SessionPage>
{
    /// <summary>What the session is about, for a preview: its description without marks.</summary>
    internal static string PlainOf(Session session, Language language) => session.Description.Length == 0
        ? $"{language.Say("Praxisaustausch am", "Praxisaustausch on")} {language.Day(session.Start)}, "
            + $"{language.Hours(session.Start, session.End)}, {session.VenueIn(language)}."
        : $"{language.Day(session.Start)}, {session.VenueIn(language)}. {DescriptionHtml.PlainOf(session.Description)}";
}
