using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Shared.Web.Pages;

/// <summary>The page that a part of the site has of its own for addresses at which there is nothing.</summary>
/// <returns>Null for an address of another part, or for who may not see this one.</returns>
public delegate Task<IResult?> UnknownPage(HttpRequest request);
