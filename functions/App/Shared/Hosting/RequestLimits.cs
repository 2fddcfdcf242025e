using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace ThaffFunctions.Shared.Hosting;

/// <summary>
/// The limits of the worker's web server. They must not be lower than those of the Functions host in front of it; otherwise the connection
/// between the two would break. Functions have lower limits of their own and answer with 413 and a German sentence.
/// </summary>
static class RequestLimits
{
    const int HostsMaxHeaders = 100;
    const int AddedByTheHost = 100; // the host and Azure's front end add about twenty
    const int MaxHeadersBytes = 64 * 1024; // the host's limit is 32 KiB

    public static IServiceCollection AddRequestLimits(this IServiceCollection services) =>
        services.Configure<KestrelServerOptions>(kestrel =>
    {
        kestrel.Limits.MaxRequestBodySize = null; // the host has its own
        kestrel.Limits.MaxRequestHeaderCount = HostsMaxHeaders + AddedByTheHost;
        kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeadersBytes;
    });
}
