using ThaffFunctions.LocalHost.Functions;
using ThaffFunctions.LocalHost.Storage;

namespace ThaffFunctions.LocalHost.Timers;

/// <summary>Keeps where a timer stands in storage, so that a run missed while no host was there is noticed and made up for, once.</summary>
sealed class TimerMonitor(HostStorage storage, string function, Schedule schedule)
{
    string Name => $"{storage.TimersFolder}{function}/status";

    /// <summary>
    /// Where the timer stands. A new timer, or one whose schedule was changed, begins with the next time of its schedule.
    /// </summary>
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
