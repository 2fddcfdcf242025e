using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ThaffFunctions.LocalHost.Worker;

/// <summary>
/// Where workers call: <c>FunctionRpc.EventStream</c> on a free loopback port. It serves any number of workers, told apart by their ids.
/// </summary>
sealed class WorkerServer : IAsyncDisposable
{
    readonly ConcurrentDictionary<string, WorkerChannel> _channels = new();
    readonly WebApplication _app;

    WorkerServer()
    {
        var web = WebApplication.CreateEmptyBuilder(new());
        web.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Limits.MaxRequestBodySize = null; // one call is the whole conversation
            kestrel.Limits.MinRequestBodyDataRate = null;
        });
        web.Services.AddSingleton(this).AddGrpc(grpc => grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = int.MaxValue);
        web.Services.AddRoutingCore();
        _app = web.Build();
        _app.UseRouting();
        _app.MapGrpcService<Service>();
    }

    public Uri Uri => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<WorkerServer> StartAsync()
    {
        var server = new WorkerServer();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>A channel for a worker that will call and name the channel's id.</summary>
    public WorkerChannel Expect(string appFolder, ILoggerFactory logs)
    {
        var channel = new WorkerChannel(appFolder, logs);
        return _channels[channel.Id] = channel;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    sealed class Service(WorkerServer server) : FunctionRpc.FunctionRpcBase
    {
        public override async Task EventStream(
            IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream,
            ServerCallContext context)
        {
            if (await requestStream.MoveNext() && requestStream.Current.StartStream?.WorkerId is { } id
                && server._channels.TryRemove(id, out var channel))
                await channel.TalkAsync(requestStream, responseStream, context.CancellationToken);
        }
    }
}
