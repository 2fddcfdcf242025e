using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThaffFunctions.Operations.Setup;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Demonstration;

/// <summary>
/// Loads the demonstration year at the first start with empty storage. It is loaded before any function runs, so that no queue function
/// publishes half of it, and the first visitor sees all of it.
/// </summary>
sealed partial class LoadDemonstration(
    IOptions<DemonstrationOptions> options, StorageSetup storage, ProgrammeQuery programme, DemonstrationFiles files, TimeProvider clock,
    ILogger<LoadDemonstration> log)
    : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled || (await programme.AllAsync(cancellationToken)).Count > 0) return;

        await storage.CreateAsync();
        await files.PutAsync(clock.GetUtcNow(), cancellationToken);
        Log.Loaded(log);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The programme was empty; the demonstration year was loaded")]
        public static partial void Loaded(ILogger log);
    }
}
