using ThaffFunctions.LocalHost.Functions;
using ThaffFunctions.LocalHost.Starting;
using ThaffFunctions.LocalHost.Storage;

namespace ThaffFunctions.LocalHost.Timers;

/// <summary>Runs timer functions by their schedules: each in one host at a time. Missed runs are caught up by a single run.</summary>
sealed partial class TimerClock(
    FunctionCatalog catalog, FunctionRunner runner, HostStorage storage, TimeProvider clock, IConfiguration configuration,
    BackgroundStart background, ILoggerFactory logs) : BackgroundService
{
    static readonly TimeSpan s_longestDelay = TimeSpan.FromDays(1); // Task.Delay accepts at most 49 days

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await background.AllowedAsync(stoppingToken);
        await Task.WhenAll(catalog.StartedBy<TimerTrigger>().Select(timer =>
            storage.LockFor($"{timer.Function.Name}.Listener").HoldAsync(held => TickAsync(timer.Function, timer.Trigger, held),
                stoppingToken)));
    }

    async Task TickAsync(Function function, TimerTrigger trigger, CancellationToken stop)
    {
        var schedule = Schedule.TryParse(configuration.Resolve(trigger.Schedule)!)!; // validated at start
        var monitor = trigger.UseMonitor ? new TimerMonitor(storage, function.Name, schedule) : null;
        var status = monitor is null ? new ScheduleStatus(default, schedule.After(Now), Now) : await monitor.ReadAsync(Now, stop);
        if (trigger.RunOnStartup || Now >= status.Next) status = await FireAsync(Now, late: Now >= status.Next);
        while (true)
        {
            await UntilAsync(status.Next, stop);
            status = await FireAsync(status.Next, late: false);
        }

        async Task<ScheduleStatus> FireAsync(DateTime due, bool late)
        {
            await RunAsync(function, new(monitor is null ? null : status, IsPastDue: late), stop);
            var last = schedule.After(due) > Now ? due : Now; // times that passed during the run are skipped
            ScheduleStatus next = new(last, schedule.After(last), Now);
            if (monitor is not null) await monitor.WriteAsync(next, stop);
            return next;
        }
    }

    async Task RunAsync(Function function, TimerRun run, CancellationToken stop)
    {
        try
        {
            await runner.RunTimerAsync(function, run, stop);
        }
        catch (FunctionFailedException problem) when (!stop.IsCancellationRequested)
        {
            Log.Failed(logs.CreateLogger($"Function.{function.Name}"), problem, function.Name); // the next run takes place as scheduled
        }
    }

    async Task UntilAsync(DateTime time, CancellationToken stop)
    {
        while (Now < time)
        {
            var left = time - Now;
            await Task.Delay(left < s_longestDelay ? left : s_longestDelay, clock, stop);
        }
    }

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Function {Function} failed.")]
        public static partial void Failed(ILogger logger, Exception problem, string function);
    }
}
