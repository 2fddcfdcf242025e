using ThaffFunctions.LocalHost.Auth;
using ThaffFunctions.LocalHost.Emulator;
using ThaffFunctions.LocalHost.Functions;
using ThaffFunctions.LocalHost.Http;
using ThaffFunctions.LocalHost.Pages;
using ThaffFunctions.LocalHost.Worker;

namespace ThaffFunctions.LocalHost.Starting;

/// <summary>The local host. It starts storage first, then the worker, then pages, queues and timers.</summary>
sealed class LocalFunctionsHost : IAsyncDisposable
{
    readonly WebApplicationBuilder _builder =
        WebApplication.CreateEmptyBuilder(new() { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Development });

    readonly AppFile _app;
    readonly OwnPort _address;
    readonly Azurite _azurite;
    WebApplication? _web;
    IAsyncDisposable? _worker;

    /// <param name="args">The command line: <c>--port N</c> (0: any free port), <c>--fresh</c>, and settings as
    /// <c>--Name=value</c>.</param>
    /// <exception cref="CannotStartException">A setting is wrong, or the port is taken.</exception>
    public LocalFunctionsHost(string[] args)
    {
        var given = CommandLine.Parse(args);
        _app = AppFile.Of(given.GetValueOrDefault(SettingNames.App));
        var settings = _builder.Configuration;
        settings.AddLocalSettings(given, _app);
        _address = OwnPort.Claim(settings);
        try
        {
            LocalDefaults.Fill(settings, _address, _app);
            _azurite = new(settings);
            _builder.AddWebServer(_address);
            _builder.Services.AddHost(_app, _address);
        }
        catch
        {
            _address.Dispose();
            throw;
        }
    }

    public string Url => _address.Url;

    /// <summary>All settings, including the app's.</summary>
    public IConfiguration Configuration => _builder.Configuration;

    /// <summary>The host's own services; can be changed before the start.</summary>
    public IServiceCollection ServiceCollection => _builder.Services;

    public IServiceProvider Services => _web!.Services;

    /// <summary>Returns when the app answers. After a failed start, disposing the host ends everything it started.</summary>
    /// <exception cref="CannotStartException">It can't be started; the message contains the reason.</exception>
    public async Task StartAsync(WorkerServer server, StartWorker start, CancellationToken cancellation)
    {
        IReadOnlyList<Function> functions = [];
        WorkerChannel? channel = null;
        var settings = _builder.Configuration;
        _builder.Services.AddSingleton(_ => channel!).AddSingleton(provider => new FunctionCatalog(functions, settings));
        _web = _builder.Build();
        await _azurite.StartAsync(cancellation);
        if (settings.Read(SettingNames.Fresh, false)) await Services.GetRequiredService<OwnData>().DeleteAsync(cancellation);

        channel = server.Expect(_app.Folder, Services.GetRequiredService<ILoggerFactory>());
        _worker = start(_app, server, channel, settings);
        functions = await channel.OpenAsync(cancellation);
        TriggerSettings.Check(functions, settings);
        var (sessions, background) = (Services.GetRequiredService<Sessions>(), Services.GetRequiredService<BackgroundStart>());
        _web.UseForwardedHeaders();
        _web.Use(async (http, next) =>
        {
            http.Request.SetClientPrincipal(sessions.Of(http.Request));
            await next(http);
            background.Answered();
        });
        _web.UseRouting();
        _web.MapOwnPages();
        _web.UseEndpoints(_ => { });
        _web.UseRouter(Services.GetRequiredService<HttpFunctions>().Router());
        await _web.StartAsync(cancellation);
    }

    /// <summary>
    /// Returns only if the background work for queues, timers, blob events or mail events failed; the exception has been logged then.
    /// </summary>
    public async Task FailedAsync()
    {
        var failed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var service in Services.GetServices<IHostedService>().OfType<BackgroundService>())
            _ = service.ExecuteTask?.ContinueWith(_ => failed.TrySetResult(), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted,
                TaskScheduler.Default);
        await failed.Task;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_web is not null) await _web.StopAsync();
        }
        finally
        {
            if (_worker is not null) await _worker.DisposeAsync();
            if (_web is not null) await _web.DisposeAsync();
            await _azurite.StopAsync();
            _address.Dispose();
        }
    }
}
