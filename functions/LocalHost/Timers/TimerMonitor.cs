using ThaffFunctions.LocalHost.Functions;
using ThaffFunctions.LocalHost.Storage;

namespace ThaffFunctions.LocalHost.Timers;

/// <summary>Stores the status of a timer, so that a run that was missed while no host was running is detected and caught up once.</summary>
sealed class TimerMonitor(HostStorage storage, string function, Schedule schedule)
{
    string Name => $"{storage.TimersFolder}{function}/status";

    /// <summary>The status of the timer. A new timer, or one with a changed schedule, starts with the next scheduled time.</summary>
    public async Task<ScheduleStatus> ReadAsync(DateTime now, CancellationToken cancellation)
    {
        var kept = await storage.ReadAsync<ScheduleStatus>(Name, cancellation);
        if (kept is not null && kept.Next == schedule.After(kept.Last == default ? kept.LastUpdated : kept.Last)) return kept;

        ScheduleStatus begun = new(kept?.Last ?? default, schedule.After(now), now);
        await WriteAsync(begun, cancellation);
        return begun;
    }

    public Task WriteAsync(ScheduleStatus status, CancellationToken cancellation) => storage.WriteAsync(Name, status, cancellation);
}
