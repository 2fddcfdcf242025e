using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Site;

/// <summary>One session with its registration form.</summary>
/// <param name="Listing">The session as it stands now.</param>
/// <param name="Form">The form, empty or as it was posted with its problems; null when nobody can register.</param>
public sealed record SessionPageModel(SessionListing Listing, RegistrationFormModel? Form) : IModelOf<SessionPage>;
