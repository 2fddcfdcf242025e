using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Shared.Web;

/// <summary>
/// Adds the same strict headers to every answer: style sheet and pictures only from this site, no scripts but where a page says so, no
/// referrer, no MIME sniffing and, if the public address is https, HSTS.
/// </summary>
sealed class SecurityHeaders(IOptions<SiteOptions> site) : IFunctionsWorkerMiddleware
{
    const string Ancestors = "frame-ancestors ";

    readonly string policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; " + Ancestors
        + (site.Value.FrameAncestors is { Length: > 0 } allowed ? allowed.Replace(';', ' ') : "'none'");

    /// <summary>
    /// HSTS is not allowed over http (RFC 6797, 7.2); on a developer's machine it would also lock out every other app on localhost.
    /// </summary>
    readonly bool isSecure = site.Value.BaseUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>For a page on which nothing can be entered or decided.</summary>
    public static void LetAnySiteFrame(IHeaderDictionary headers)
    {
        var policy = headers.ContentSecurityPolicy.ToString();
        headers.ContentSecurityPolicy = $"{policy[..(policy.LastIndexOf(Ancestors, StringComparison.Ordinal) + Ancestors.Length)]}*";
    }

    /// <summary>For a page that a script of ours helps with, and that the script may ask this site for.</summary>
    public static void LetOwnScriptRun(IHeaderDictionary headers) =>
        headers.ContentSecurityPolicy = $"script-src 'self'; connect-src 'self'; {headers.ContentSecurityPolicy}";

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http) Add(http.Response.Headers);
        return next(context);
    }

    void Add(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = policy;
        headers.CacheControl = "no-store"; // the default, because a page may contain personal data; functions can override it
        headers.XContentTypeOptions = "nosniff";
        if (isSecure) headers.StrictTransportSecurity = "max-age=31536000";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
    }
}
