using NCrontab;

namespace ThaffFunctions.LocalHost.Timers;

/// <summary>An NCrontab schedule of five fields, or six with seconds first, in UTC.</summary>
sealed class Schedule
{
    readonly CrontabSchedule _cron;

    Schedule(CrontabSchedule cron) => _cron = cron;

    /// <summary>The schedule; <see langword="null"/> if the expression is invalid.</summary>
    public static Schedule? TryParse(string expression)
    {
        var withSeconds = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6;
        return CrontabSchedule.TryParse(expression, new() { IncludingSeconds = withSeconds }) is { } cron ? new(cron) : null;
    }

    /// <summary>The next scheduled time after the given one.</summary>
    public DateTime After(DateTime time) => DateTime.SpecifyKind(_cron.GetNextOccurrence(time), DateTimeKind.Utc);
}
