using Azure;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ThaffFunctions.Operations.Setup;

/// <summary>
/// In a new installation, runs the set-up before any function: the worker starts functions together with the hosted services, and only <see
/// cref="StartingAsync"/> is earlier. Otherwise it runs shortly after the start, for what a new version has added. If storage does not
/// answer, the app starts all the same, and the set-up is tried again every minute.
/// </summary>
sealed partial class StorageStart(StorageSetup setup, TimeProvider clock, ILogger<StorageStart> log) : BackgroundService,
    IHostedLifecycleService
{
    static readonly TimeSpan PatienceForAnAnswer = TimeSpan.FromSeconds(5);
    static readonly TimeSpan PatienceForCreation = TimeSpan.FromSeconds(30); // some fifty requests, once in an installation's life
    static readonly TimeSpan AfterTheFirstPage = TimeSpan.FromSeconds(2);
    static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(1);

    bool isDone;

    public async Task StartingAsync(CancellationToken cancellationToken) => isDone = await TryAsync(async () =>
    {
        if (await setup.IsDoneAsync(cancellationToken).WaitAsync(PatienceForAnAnswer, cancellationToken)) return false;

        await setup.CreateAsync().WaitAsync(PatienceForCreation, cancellationToken);
        return true;
    }, cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = AfterTheFirstPage; !isDone; pause = BetweenTries)
        {
            await Task.Delay(pause, clock, stoppingToken);
            isDone = await TryAsync(async () =>
            {
                await setup.CreateAsync().WaitAsync(PatienceForCreation, stoppingToken);
                return true;
            }, stoppingToken);
        }
    }

    /// <returns>What the step says; false if storage does not answer.</returns>
    async Task<bool> TryAsync(Func<Task<bool>> step, CancellationToken cancellation)
    {
        try
        {
            return await step();
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested) // whatever it is: it is tried again
        {
            Log.NotCreated(log, failure.GetType().Name, (failure as RequestFailedException)?.ErrorCode);
            return false;
        }
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Storage could not be set up yet: {Failure}, {Code}")]
        public static partial void NotCreated(ILogger log, string failure, string? code);
    }
}
