using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NCrontab;
using ThaffFunctions.LocalHost.Functions;

namespace ThaffFunctions.LocalHost.Timers;

sealed class TimerClock(FunctionCatalog catalog, FunctionRunner runner, TimeProvider clock, IServiceProvider services) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(catalog.StartedBy<TimerTriggerAttribute>().Select(timer => TickAsync(timer.Function, timer.Trigger, stoppingToken)));

    async Task TickAsync(Function function, TimerTriggerAttribute trigger, CancellationToken stop)
    {
        var schedule = CrontabSchedule.Parse(trigger.Schedule, new() { IncludingSeconds = trigger.Schedule.Split(' ').Length == 6 });
        while (true)
        {
            var now = clock.GetUtcNow();
            await Task.Delay(schedule.GetNextOccurrence(now.UtcDateTime) - now.UtcDateTime, clock, stop);
            await using var scope = services.CreateAsyncScope();
            await runner.RunAsync(new(function, scope.ServiceProvider, stop) { Trigger = new TimerInfo(), Values = new Dictionary<string, object?>() });
        }
    }
}
