using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Shared.Pages;

/// <summary>The same strict headers on every answer: own style sheet and pictures only, no scripts, no referrer, no sniffing.</summary>
public sealed class SecurityHeaders(IOptions<SiteOptions> site) : IFunctionsWorkerMiddleware
{
    readonly string policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors "
        + (site.Value.FrameAncestors is { Length: > 0 } allowed ? allowed.Replace(';', ' ') : "'none'");

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
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }
}
