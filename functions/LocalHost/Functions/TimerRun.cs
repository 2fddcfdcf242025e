namespace ThaffFunctions.LocalHost.Functions;

/// <summary>What a timer function is told of its run; the worker reads it as its TimerInfo.</summary>
/// <param name="ScheduleStatus">Where the schedule stands; <see langword="null"/> without a monitor.</param>
/// <param name="IsPastDue">Whether this run comes later than the schedule says.</param>
sealed record TimerRun(ScheduleStatus? ScheduleStatus, bool IsPastDue);
