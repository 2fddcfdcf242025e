using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ThaffFunctions.LocalHost.Worker;

namespace ThaffFunctions.RealWorker;

/// <summary>
/// An app in the real Functions worker, in the test's own process, so that a test can give it a clock and services that misbehave. What
/// differs from the app's own process stands in this class: the entry assembly is the test runner's, and all workers of a process share
/// their statics.
/// </summary>
sealed class InProcessWorker : IAsyncDisposable
{
    static readonly Lazy<Task<WorkerServer>> s_server = new(() =>
    {
        // Where the worker looks for host.json; asked once a process.
        Environment.SetEnvironmentVariable("FUNCTIONS_APPLICATION_DIRECTORY",
            AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return WorkerServer.StartAsync();
    });

    readonly IHost _host;
    readonly Socket _socket;
    readonly Task _starting;

    InProcessWorker(IHost host, Socket socket, WorkerChannel channel)
    {
        (_host, _socket) = (host, socket);
        _starting = StartAsync(channel);
    }

    /// <summary>The server that all workers of this process call.</summary>
    public static Task<WorkerServer> Server => s_server.Value;

    /// <summary>The app's own services.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>Comes back while the worker starts, as a process does; a start that fails ends the channel with its exception.</summary>
    /// <param name="functions">The assembly that holds the app's functions.</param>
    /// <param name="server">The host's server for workers.</param>
    /// <param name="channel">The channel that waits for this worker.</param>
    /// <param name="settings">The app's settings.</param>
    /// <param name="configure">What the app's Program.cs does after ConfigureFunctionsWebApplication(), and what the test replaces.</param>
    public static InProcessWorker Start(
        Assembly functions, Uri server, WorkerChannel channel, IConfiguration settings, Action<FunctionsApplicationBuilder> configure)
    {
        // The worker's own choice of a port is a static; each worker gets a socket that is already bound.
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            socket.Listen();
            return new(Build(functions, server, channel, settings, socket, configure), socket, channel);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Comes back when every hosted service of the app has started.</summary>
    public Task StartedAsync() => _starting;

    public async ValueTask DisposeAsync()
    {
        await _starting.ContinueWith(_ => { }, TaskScheduler.Default);
        if (_starting.IsCompletedSuccessfully) await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        _socket.Dispose(); // the server's, unless the start failed before it asked
    }

    async Task StartAsync(WorkerChannel channel)
    {
        try
        {
            await _host.StartAsync();
        }
        catch (Exception problem)
        {
            channel.Lose(problem);
            throw;
        }
    }

    static IHost Build(
        Assembly functions, Uri server, WorkerChannel channel, IConfiguration settings, Socket socket,
        Action<FunctionsApplicationBuilder> configure)
    {
        var url = $"http://{socket.LocalEndPoint}/";
        var builder = FunctionsApplication.CreateBuilder([]);
        AddGeneratedCode(functions, builder.Services);
        builder.ConfigureFunctionsWebApplication();
        builder.Configuration.AddInMemoryCollection(settings.AsEnumerable());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Functions:Worker:HostEndpoint"] = server.AbsoluteUri,
            ["Functions:Worker:WorkerId"] = channel.Id,
            ["Functions:Worker:RequestId"] = channel.Id,
            ["Functions:Worker:GrpcMaxMessageLength"] = $"{int.MaxValue}",
            ["urls"] = url,
        });
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = _ => socket);
        builder.Services.Configure<WorkerOptions>(worker => worker.Capabilities["HttpUri"] = url);
        configure(builder);
        return builder.Build();
    }

    /// <summary>The function list and executor that the build generated; the worker looks for them in the entry assembly.</summary>
    static void AddGeneratedCode(Assembly functions, IServiceCollection services)
    {
        var context = (HostBuilderContext)services.First(service =>
            service.ServiceType == typeof(HostBuilderContext)).ImplementationInstance!;
        var startups = functions.GetTypes()
            .Where(type => typeof(IAutoConfigureStartup).IsAssignableFrom(type) && type is { IsInterface: false, IsAbstract: false });
        foreach (var startup in startups)
            ((IAutoConfigureStartup)Activator.CreateInstance(startup)!).Configure(new ServicesOnly(services, context));
    }

    /// <summary>The generated code adds services to a host builder and asks it for nothing else.</summary>
    sealed class ServicesOnly(IServiceCollection services, HostBuilderContext context) : IHostBuilder
    {
        public IDictionary<object, object> Properties => context.Properties;

        public IHostBuilder ConfigureServices(Action<HostBuilderContext, IServiceCollection> configureDelegate)
        {
            configureDelegate(context, services);
            return this;
        }

        public IHost Build() => throw new NotSupportedException();

        public IHostBuilder ConfigureAppConfiguration(Action<HostBuilderContext, IConfigurationBuilder> configureDelegate) =>
            throw new NotSupportedException();

        public IHostBuilder ConfigureHostConfiguration(Action<IConfigurationBuilder> configureDelegate) =>
            throw new NotSupportedException();

        public IHostBuilder ConfigureContainer<T>(Action<HostBuilderContext, T> configureDelegate) => throw new NotSupportedException();

        public IHostBuilder UseServiceProviderFactory<T>(IServiceProviderFactory<T> factory) where T : notnull =>
            throw new NotSupportedException();

        public IHostBuilder UseServiceProviderFactory<T>(Func<HostBuilderContext, IServiceProviderFactory<T>> factory) where T : notnull =>
            throw new NotSupportedException();
    }
}
