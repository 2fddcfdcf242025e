using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Shared.Web;

/// <summary>A part of the site with a page of its own for addresses at which there is nothing.</summary>
public interface IUnknownPage
{
    /// <returns>Null for an address of another part, or for who may not see this one.</returns>
    Task<IResult?> TryAnswerAsync(HttpRequest request);
}
