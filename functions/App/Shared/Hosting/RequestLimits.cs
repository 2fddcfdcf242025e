using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace ThaffFunctions.Shared.Hosting;

/// <summary>
/// What the worker's own web server accepts: everything that the Functions host in front of it lets through, so that a request is never cut
/// off between the two. Smaller limits are the functions' own, which answer them with 413 and a sentence.
/// </summary>
static class RequestLimits
{
    const long HostsMaxBodyBytes = 104_857_600; // FUNCTIONS_REQUEST_BODY_SIZE_LIMIT of the host, unless a setting changes it
    const int HostsMaxHeaders = 100;
    const int AddedByTheHost = 100; // the host and Azure's front end add some twenty
    const int MaxHeadersBytes = 64 * 1024; // the host takes 32 KiB

    public static IServiceCollection AddRequestLimits(this IServiceCollection services) =>
        services.Configure<KestrelServerOptions>(kestrel =>
    {
        kestrel.Limits.MaxRequestBodySize = HostsMaxBodyBytes;
        kestrel.Limits.MaxRequestHeaderCount = HostsMaxHeaders + AddedByTheHost;
        kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeadersBytes;
    });
}
