using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace ThaffFunctions.Shared.Web;

/// <summary>
/// One page, one address: routes match whatever the case and with a trailing slash, so that other spellings are redirected here, before
/// the function.
/// </summary>
sealed class CanonicalUrl : IFunctionsWorkerMiddleware
{
    /// <summary>Addresses of programs and of signed-in people are answered as they are.</summary>
    static readonly string[] LeftAlone = ["/api", "/.auth", "/admin", "/redaktion"];

    /// <summary>Folders of files whose names are not ours.</summary>
    static readonly string[] NamedByStaff = ["/bilder/", "/material/"];

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && Of(http.Request) is { } right)
        {
            await Results.Redirect(right, permanent: true).ExecuteAsync(http);
        }
        else
        {
            await next(context);
        }
    }

    /// <returns>Where to go; null for what is right already.</returns>
    static string? Of(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return null;
        if (LeftAlone.Any(area => request.Path.StartsWithSegments(area, StringComparison.OrdinalIgnoreCase))) return null;

        var path = request.Path.Value ?? "/";
        if (NamedByStaff.Any(folder => path.Contains(folder, StringComparison.OrdinalIgnoreCase))) return null;
        var right = "/" + path.Trim('/').ToLowerInvariant(); // two slashes at the beginning would lead to another site
        return right == path ? null : new PathString(right).ToUriComponent() + request.QueryString;
    }
}
