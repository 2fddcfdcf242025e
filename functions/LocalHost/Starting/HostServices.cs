using Microsoft.Extensions.DependencyInjection.Extensions;
using ThaffFunctions.LocalHost.Auth;
using ThaffFunctions.LocalHost.Blobs;
using ThaffFunctions.LocalHost.Functions;
using ThaffFunctions.LocalHost.Http;
using ThaffFunctions.LocalHost.Mail;
using ThaffFunctions.LocalHost.Pages;
using ThaffFunctions.LocalHost.Queues;
using ThaffFunctions.LocalHost.Storage;
using ThaffFunctions.LocalHost.Timers;

namespace ThaffFunctions.LocalHost.Starting;

/// <summary>Registers all services of the host, except the worker.</summary>
static class HostServices
{
    public static void AddHost(this IServiceCollection services, AppFile app, OwnPort address)
    {
        services.TryAddSingleton(TimeProvider.System);
        services
            .AddSingleton(app)
            .AddSingleton(address)
            .AddSingleton(HostFile.Read(app.Folder))
            .AddSingleton<BackgroundStart>()
            .AddSingleton<FunctionRunner>()
            .AddSingleton<FunctionWords>()
            .AddSingleton<ManualRun>()
            .AddSingleton<HttpFunctions>()
            .AddSingleton<AdminEndpoint>()
            .AddSingleton<StartPageSettings>()
            .AddSingleton<StartPage>()
            .AddSingleton<UploadForm>()
            .AddSingleton<HostStorage>()
            .AddSingleton<OwnData>()
            .AddSingleton<PollPauses>()
            .AddSingleton<MessageHandler>()
            .AddSingleton<Sessions>()
            .AddSingleton<SignInPages>()
            .AddMailStandIn()
            .AddHostedService<TimerClock>()
            .AddHostedService<QueuePump>()
            .AddHostedService<BlobWatcher>();
    }
}
