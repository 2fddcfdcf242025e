using Microsoft.AspNetCore.Http;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Registration.Applying;

/// <summary>
/// Shows a form that was rejected on the page of its session, with what was typed and what is wrong with it. The page is the site's.
/// </summary>
public delegate Task<IResult> ShowRejectedForm(Session session, Vacancy vacancy, RegistrationFormModel form, Language language);
