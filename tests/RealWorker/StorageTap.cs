using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Forwarder;

namespace ThaffFunctions.RealWorker;

/// <summary>Stands between the app and its storage; whoever opens it sees every call and decides what becomes of it.</summary>
sealed class StorageTap : IAsyncDisposable
{
    static readonly string[] s_services = ["BlobEndpoint", "QueueEndpoint", "TableEndpoint"];

    readonly WebApplication web;
    readonly HttpMessageInvoker client = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false });

    StorageTap(WebApplication web) => this.web = web;

    /// <summary>Storage's connection string by way of the tap.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <param name="storage">Storage's own connection string.</param>
    /// <param name="pass">Gets each call, and what passes it on to storage and its answer back.</param>
    public static async Task<StorageTap> OpenAsync(string storage, Func<HttpContext, Func<Task>, Task> pass)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            foreach (var _ in s_services) kestrel.Listen(IPAddress.Loopback, 0);
        });
        builder.Services.AddHttpForwarder();
        var tap = new StorageTap(builder.Build());
        var forwarder = tap.web.Services.GetRequiredService<IHttpForwarder>();
        var targets = new Dictionary<int, string>();
        tap.web.Run(http => pass(http, async () => await forwarder.SendAsync(http, targets[http.Connection.LocalPort], tap.client)));
        await tap.web.StartAsync();

        tap.ConnectionString = storage;
        var addresses = tap.web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        foreach (var (service, address) in s_services.Zip(addresses))
        {
            var endpoint = storage.Split(';').Single(part => part.StartsWith(service, StringComparison.Ordinal))[(service.Length + 1)..];
            var target = new Uri(endpoint).GetLeftPart(UriPartial.Authority);
            targets[new Uri(address).Port] = target;
            tap.ConnectionString = tap.ConnectionString.Replace(target, address, StringComparison.Ordinal);
        }

        return tap;
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        client.Dispose();
    }
}
