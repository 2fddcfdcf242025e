namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function is told about its run.</summary>
public class TimerInfo
{
    /// <summary>The schedule's last and next times; <see langword="null"/> without a monitor.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether this run comes later than the schedule says.</summary>
    public bool IsPastDue { get; set; }
}
