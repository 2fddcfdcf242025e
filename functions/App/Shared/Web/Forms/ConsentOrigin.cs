using Microsoft.AspNetCore.Http;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Shared.Web.Forms;

/// <summary>
/// Where a post comes from, in German words for a proof of consent: a form of this site, a form of another site, or a program. Browsers
/// tell it (Fetch standard: Origin; Fetch Metadata: Sec-Fetch-Site); a post that was written by hand can claim anything.
/// </summary>
static class ConsentOrigin
{
    const string Unnamed = "einer anderen Website, die ihren Namen nicht mitschickt";

    /// <summary>A host name has at most 253 characters (RFC 1035); nobody may store a longer text this way.</summary>
    const int MaxLength = 280;

    public static string Of(HttpRequest request, bool isJson, SiteOptions site)
    {
        var other = OtherSite(request, site);
        if (isJson) return other is null ? "Schnittstelle (JSON)" : $"Schnittstelle (JSON), aufgerufen von {other}";
        if (other is not null) return $"Formular auf {other}";
        return IsOwn(request, site) ? "Formular dieser Website" : "Formular, dessen Herkunft der Browser nicht mitschickt";
    }

    static string? OtherSite(HttpRequest request, SiteOptions site) => OriginOf(request) is { } origin
        ? origin == OwnOrigin(site) ? null : origin
        : request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" ? Unnamed : null;

    /// <summary>The pages of this site send no referrer, so browsers replace their origin by <c>null</c> when a form is posted.</summary>
    static bool IsOwn(HttpRequest request, SiteOptions site) =>
        OriginOf(request) == OwnOrigin(site) || request.Headers["Sec-Fetch-Site"] == "same-origin";

    static string? OriginOf(HttpRequest request) =>
        request.Headers.Origin.ToString() is { Length: > 0 and <= MaxLength } sent && Uri.TryCreate(sent, UriKind.Absolute, out var origin)
            && (origin.Scheme == Uri.UriSchemeHttps || origin.Scheme == Uri.UriSchemeHttp)
            ? origin.GetLeftPart(UriPartial.Authority)
            : null;

    static string OwnOrigin(SiteOptions site) => new Uri(site.BaseUrl).GetLeftPart(UriPartial.Authority);
}
