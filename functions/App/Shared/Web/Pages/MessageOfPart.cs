using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Shared.Web.Pages;

/// <summary>The page on which a part of the site shows a message, with its own navigation.</summary>
/// <returns>Null for an address of another part, or for who may not see this one.</returns>
public delegate Task<IResult?> MessageOfPart(HttpRequest request, Message message, int status);
