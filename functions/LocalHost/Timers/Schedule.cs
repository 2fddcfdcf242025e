using NCrontab;

namespace ThaffFunctions.LocalHost.Timers;

/// <summary>An NCrontab schedule of five fields, or six with seconds first, in UTC.</summary>
sealed class Schedule
{
    readonly CrontabSchedule _cron;

    Schedule(CrontabSchedule cron) => _cron = cron;

    /// <summary>The schedule, or <see langword="null"/> for an expression that is none.</summary>
    public static Schedule? TryParse(string expression)
    {
        var withSeconds = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6;
        return CrontabSchedule.TryParse(expression, new() { IncludingSeconds = withSeconds }) is { } cron ? new(cron) : null;
    }

    /// <summary>The first time after the one given.</summary>
    public DateTime After(DateTime time) => DateTime.SpecifyKind(_cron.GetNextOccurrence(time), DateTimeKind.Utc);
}
