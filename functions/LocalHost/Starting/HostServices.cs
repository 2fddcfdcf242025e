using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ThaffFunctions.LocalHost.Blobs;
using ThaffFunctions.LocalHost.Functions;
using ThaffFunctions.LocalHost.Functions.Rules;
using ThaffFunctions.LocalHost.Http;
using ThaffFunctions.LocalHost.Mail;
using ThaffFunctions.LocalHost.Pages;
using ThaffFunctions.LocalHost.Queues;
using ThaffFunctions.LocalHost.Storage;
using ThaffFunctions.LocalHost.Timers;

namespace ThaffFunctions.LocalHost.Starting;

/// <summary>Everything the host is made of, beside what the app adds.</summary>
static class HostServices
{
    public static void AddHost(this IServiceCollection services, IConfiguration configuration, FunctionApp app, OwnAddress address)
    {
        var hostFile = HostFile.Read(configuration.AppFolder());
        var catalog = FunctionCatalog.Discover(app, configuration, hostFile);
        if (catalog.All.Any(function => ReturnRules.IsActionResult(function.Method))) services.AddMvcCore();

        services.TryAddSingleton(TimeProvider.System);
        services
            .AddSingleton(address)
            .AddSingleton(hostFile)
            .AddSingleton(catalog)
            .AddSingleton(new FunctionRunner(app.Middleware))
            .AddSingleton<ManualRun>()
            .AddSingleton<HttpFunctions>()
            .AddSingleton<AdminEndpoint>()
            .AddSingleton<LocalPlaces>()
            .AddSingleton<StartPage>()
            .AddSingleton<HostStorage>()
            .AddSingleton<OwnData>()
            .AddSingleton<MessageHandler>()
            .AddMailStandIn()
            .AddHostedService<TimerClock>()
            .AddHostedService<QueuePump>()
            .AddHostedService<BlobWatcher>();
    }
}
