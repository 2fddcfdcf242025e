using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Demonstration;

/// <summary>The first start with empty storage shows a whole year. The host is ready only after it, so that the first visitor sees it.</summary>
public sealed partial class LoadDemonstration(
    IOptions<DemonstrationOptions> options, StorageSetup storage, ProgrammeQuery programme, DemonstrationFiles files, TimeProvider clock, ILogger<LoadDemonstration> log)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled || (await programme.AllAsync(cancellationToken)).Count > 0) return;

        await storage.CreateAsync();
        await files.PutAsync(clock.GetUtcNow(), cancellationToken);
        Log.Loaded(log);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The programme was empty: the demonstration year is loaded")]
        public static partial void Loaded(ILogger log);
    }
}
