using Microsoft.AspNetCore.Http;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Staff;

/// <summary>
/// Protects against forged requests (CSRF): a browser sends a member of staff's sign-in with whatever another site has it post.
/// </summary>
static class SameOriginCheck
{
    /// <summary>
    /// Browsers name the page's origin with every post (Fetch standard) and how it relates to this site (Fetch Metadata); programs that are
    /// no browsers do neither. A page without a referrer has the origin <c>null</c>, as has a sandboxed page of anybody.
    /// </summary>
    public static bool IsFromElsewhere(HttpRequest request, SiteOptions site) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
        && (request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none")
            || (request.Headers.Origin.ToString() is { Length: > 0 } origin
                && origin != new Uri(site.BaseUrl).GetLeftPart(UriPartial.Authority)
                && !(origin == "null" && request.Headers["Sec-Fetch-Site"] == "same-origin")));
}
