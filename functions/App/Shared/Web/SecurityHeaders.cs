using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Shared.Web;

/// <summary>
/// The same strict headers on every answer: own style sheet and pictures only, no scripts, no referrer, no sniffing; and, where the public
/// address is https, never anything but https again.
/// </summary>
public sealed class SecurityHeaders(IOptions<SiteOptions> site) : IFunctionsWorkerMiddleware
{
    readonly string policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors "
        + (site.Value.FrameAncestors is { Length: > 0 } allowed ? allowed.Replace(';', ' ') : "'none'");

    /// <summary>
    /// Not over http, where RFC 6797 (7.2) forbids it: on one's own machine it would lock out every other app on localhost.
    /// </summary>
    readonly bool isSecure = site.Value.BaseUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http) Add(http.Response.Headers);
        return next(context);
    }

    void Add(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = policy;
        headers.CacheControl = "no-store"; // unless the function knows better: a page may be somebody's own
        headers.XContentTypeOptions = "nosniff";
        if (isSecure) headers.StrictTransportSecurity = "max-age=31536000";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
    }
}
