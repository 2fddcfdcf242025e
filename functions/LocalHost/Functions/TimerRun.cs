namespace ThaffFunctions.LocalHost.Functions;

/// <summary>The data for one run of a timer function; the worker deserialises it to TimerInfo.</summary>
/// <param name="ScheduleStatus">The status of the schedule; <see langword="null"/> if the timer does not use a monitor.</param>
/// <param name="IsPastDue">Whether this run is later than scheduled.</param>
sealed record TimerRun(ScheduleStatus? ScheduleStatus, bool IsPastDue);
