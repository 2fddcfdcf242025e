using LocalHost.Tests.Fixtures;
using LocalHost.Tests.Timers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LocalHost.Tests.Starting;

public sealed class FailureTests
{
    /// <summary>The process waits for this, and ends: pages alone, without queues and timers, would look like a host that works.</summary>
    [Fact]
    public async Task Work_behind_the_pages_that_fails_is_noticed()
    {
        var work = new Work();
        await using var stage = await Stage.StartAsync([typeof(EveryHour)], [], hostServices: services =>
            services.AddSingleton<IHostedService>(work));
        var failed = stage.Failed;
        Assert.False(failed.IsCompleted);

        work.Fails.SetResult();

        await failed.WaitAsync(TimeSpan.FromMinutes(1));
    }

    sealed class Work : BackgroundService
    {
        public TaskCompletionSource Fails { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Fails.Task.WaitAsync(stoppingToken);
            throw new InvalidOperationException("on purpose");
        }
    }
}
