using System.Net;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Operations.Limits;

/// <summary>
/// Where Azure Front Door stands before the app, every connection is Front Door's own, and a header says whose it was. That word is
/// believed only together with the id of the Front Door a setting names, which nobody outside knows.
/// </summary>
sealed class BehindFrontDoor(IOptions<SiteOptions> site) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (site.Value.FrontDoorId is { Length: > 0 } id && context.GetHttpContext() is { } http
            && string.Equals(http.Request.Headers["X-Azure-FDID"], id, StringComparison.OrdinalIgnoreCase)
            && IPAddress.TryParse(http.Request.Headers["X-Azure-SocketIP"], out var visitor))
            http.Connection.RemoteIpAddress = visitor;
        return next(context);
    }
}
