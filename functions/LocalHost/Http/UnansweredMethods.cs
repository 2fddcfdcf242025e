using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.LocalHost.Http;

/// <summary>A path that answers other methods than the one asked for is 404 under the Functions host, where ASP.NET Core says 405. HEAD is no exception.</summary>
static class UnansweredMethods
{
    public static async Task AreNotFound(HttpContext http, RequestDelegate next)
    {
        // Routing's own 405 endpoint is the only one that carries no metadata.
        if (http.GetEndpoint() is { Metadata.Count: 0 })
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        else
            await next(http);
    }
}
