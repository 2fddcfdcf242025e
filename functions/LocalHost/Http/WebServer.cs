using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Http;

/// <summary>Kestrel on the claimed address, routing and the console log: no more than is needed, so that the app starts quickly.</summary>
static class WebServer
{
    public static void AddWebServer(this WebApplicationBuilder web, OwnAddress address)
    {
        web.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null; // see LimitedBody
            kestrel.ListenLocalhost(address.Port);
        });
        web.Services.Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = address.Listen);
        web.Services.AddRouting();
        web.Services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.All); // as the worker does, behind its host
        web.Logging.AddConfiguration(web.Configuration.GetSection("Logging")).AddSimpleConsole(console => console.SingleLine = true);
        web.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Azure", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
    }
}
