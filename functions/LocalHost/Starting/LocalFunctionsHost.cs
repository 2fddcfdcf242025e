using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using ThaffFunctions.LocalHost.Emulator;
using ThaffFunctions.LocalHost.Functions;
using ThaffFunctions.LocalHost.Http;
using ThaffFunctions.LocalHost.Mail;
using ThaffFunctions.LocalHost.Queues;
using ThaffFunctions.LocalHost.Timers;

namespace ThaffFunctions.LocalHost.Starting;

/// <summary>The host that runs: storage first, then the app, then the line that says where it is.</summary>
sealed class LocalFunctionsHost : IHost, IAsyncDisposable
{
    readonly WebApplication _app;
    readonly OwnAddress _address;
    readonly Azurite _azurite;

    public LocalFunctionsHost(WebApplicationBuilder web, IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware, OwnAddress address)
    {
        _address = address;
        _azurite = new Azurite(web.Configuration);
        web.Services.AddSingleton(FunctionCatalog.Discover(web.Configuration.FunctionsAssembly().GetTypes(), web.Configuration));
        web.Services.AddSingleton(HostFile.Read(AppContext.BaseDirectory));
        web.Services.AddSingleton(new FunctionRunner(middleware));
        web.Services.AddSingleton<HttpFunctions>();
        web.Services.TryAddSingleton(TimeProvider.System);
        web.Services.AddSingleton(address);
        web.Services.AddMailStandIn();
        web.Services.AddHostedService<TimerClock>();
        web.Services.AddHostedService<QueuePump>();
        _app = web.Build();
        _app.UseRouting().Use(UnansweredMethods.AreNotFound);
        _app.Services.GetRequiredService<HttpFunctions>().Map(_app);
        AdminEndpoint.Map(_app);
        _app.MapMailStandIn();
    }

    public IServiceProvider Services => _app.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await _azurite.StartAsync(cancellationToken);
        await _app.StartAsync(cancellationToken);
        Console.WriteLine($"Ready: {_address.Url}/ (mailbox {_address.Url}/_local/mailbox, all else {_address.Url}/_local)");
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await _app.StopAsync(cancellationToken);
        await _azurite.StopAsync();
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _azurite.StopAsync();
        _address.Dispose();
    }
}
