using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Http;

/// <summary>Kestrel on the reserved port, with routing and the console log only, so that the host starts quickly.</summary>
static class WebServer
{
    const string MaxBodyBytes = "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"; // the setting and its default are those of Azure's host
    const long MaxBodyBytesByDefault = 104_857_600;

    public static void AddWebServer(this WebApplicationBuilder web, OwnPort address)
    {
        var maxBodyBytes = web.Configuration.Read(MaxBodyBytes, MaxBodyBytesByDefault);
        web.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = maxBodyBytes;
            kestrel.ListenLocalhost(address.Port);
        });
        web.Services.Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = address.Listen);
        web.Services.AddRouting();
        web.Services.AddHttpForwarder();
        // for developers who run the host behind a proxy
        web.Services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.All);
        web.Logging.AddConfiguration(web.Configuration.GetSection("Logging")).AddSimpleConsole(console => console.SingleLine = true);
        web.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Azure", LogLevel.Warning).AddFilter("System", LogLevel.Warning)
            .AddFilter("Yarp", LogLevel.None);
    }
}
