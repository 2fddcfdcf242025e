using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Site;

/// <summary>The page of a session with its registration form.</summary>
/// <param name="Listing">The session with its current state.</param>
/// <param name="Form">The form, empty or as it was posted, with its problems; null if nobody can register.</param>
public sealed record SessionPageModel(SessionListing Listing, RegistrationFormModel? Form) : IModelOf<SessionPage>;
