using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Registration.Applying;

/// <summary>
/// Lets scripts of other sites register people, from the origins that Site:AllowedOrigins names (Fetch standard, CORS). The answers hold
/// nothing personal and there are no cookies; a plain form of another site needs no permission at all.
/// </summary>
public sealed class AllowOtherSites(IOptions<SiteOptions> site) : IFunctionsWorkerMiddleware
{
    readonly HashSet<string> allowed = [.. OriginsAttribute.Split(site.Value.AllowedOrigins)];

    /// <summary>
    /// Adds the permission to whatever <see cref="Register"/> or the preflight answers, refusals too, so that scripts can read them.
    /// </summary>
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.FunctionDefinition.Name is nameof(Register) or nameof(AllowOtherSites) && context.GetHttpContext() is { } http)
            Permit(http);
        return next(context);
    }

    [Function(nameof(AllowOtherSites))]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "api/registrations")] HttpRequest request) =>
        Results.NoContent();

    void Permit(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.Vary = "Origin";
        var origin = http.Request.Headers.Origin.ToString();
        if (!allowed.Contains(origin)) return;

        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = "Retry-After";
        if (!HttpMethods.IsOptions(http.Request.Method)) return;

        headers.AccessControlAllowMethods = "POST";
        headers.AccessControlAllowHeaders = "content-type";
        headers.AccessControlMaxAge = "86400";
    }
}
