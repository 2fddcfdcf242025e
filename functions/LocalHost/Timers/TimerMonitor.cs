using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.LocalHost.Storage;

namespace ThaffFunctions.LocalHost.Timers;

/// <summary>Keeps where a timer stands in storage, so that a run missed while no host was there is noticed and made up for, once.</summary>
sealed class TimerMonitor(HostStorage storage, string function, Schedule schedule)
{
    string Name => $"{storage.TimersFolder}{function}/status";

    /// <summary>Where the timer stands. A new timer, or one whose schedule was changed, begins with the next time of its schedule.</summary>
    public async Task<ScheduleStatus> ReadAsync(DateTime now, CancellationToken cancellation)
    {
        if (await storage.ReadAsync<ScheduleStatus>(Name, cancellation) is not { } kept) return await WriteAsync(new() { Next = schedule.After(now) }, now, cancellation);

        var expected = schedule.After(kept.Last == default ? kept.LastUpdated : kept.Last);
        return kept.Next == expected ? kept : await WriteAsync(new() { Last = kept.Last, Next = schedule.After(now) }, now, cancellation);
    }

    public async Task<ScheduleStatus> WriteAsync(ScheduleStatus status, DateTime now, CancellationToken cancellation)
    {
        status.LastUpdated = now;
        await storage.WriteAsync(Name, status, cancellation);
        return status;
    }
}
