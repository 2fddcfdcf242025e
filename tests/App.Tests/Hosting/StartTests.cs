using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ThaffFunctions.Operations.Limits;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Tests.Hosting;

/// <summary>
/// The worker takes calls as soon as its own hosted service has started, which comes before those of the app. What must be there before the
/// first call is therefore done in IHostedLifecycleService.StartingAsync.
/// </summary>
public sealed class StartTests
{
    [Fact]
    public async Task The_first_call_finds_storage_and_demonstration_year_complete_though_it_comes_before_the_apps_hosted_services()
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["Demonstration:Enabled"] = "true" }, replace: CallFirst);

        Assert.Equal(12, stage.Service<FirstCall>().Sessions);
    }

    /// <summary>Puts the call right behind the worker's own service, before those of the app.</summary>
    static void CallFirst(IServiceCollection services)
    {
        services.AddSingleton<FirstCall>();
        var worker = services.Index().Single(service => service.Item.ImplementationType?.Name == "WorkerHostedService").Index;
        services.Insert(worker + 1, ServiceDescriptor.Singleton<IHostedService>(provider => provider.GetRequiredService<FirstCall>()));
    }

    /// <summary>Has a function run while the app starts, looks what is there, and lets the start go on only then.</summary>
    sealed class FirstCall(IConfiguration settings, ProgrammeQuery programme) : IHostedService
    {
        public int Sessions { get; private set; }

        public async Task StartAsync(CancellationToken cancellationToken)
        {
            using var host = new HttpClient { BaseAddress = new(settings["Site:BaseUrl"]!) };
            await Stage.EventuallyAsync(() => HasRunAsync(host));
            Sessions = (await programme.AllAsync(cancellationToken)).Count;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        /// <summary>Whether a timer function has run; not while the host does not listen yet.</summary>
        static async Task<bool> HasRunAsync(HttpClient host)
        {
            try
            {
                return (await host.PostAsync($"/admin/functions/{nameof(ForgetLimits)}", null)).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }
}
