namespace ThaffFunctions.LocalHost.Functions;

/// <summary>The status of a timer's schedule; all times are UTC.</summary>
/// <param name="Last">The last scheduled time for which the function ran; <see langword="default"/> before the first run.</param>
/// <param name="Next">The next scheduled time.</param>
/// <param name="LastUpdated">When the status was stored.</param>
sealed record ScheduleStatus(DateTime Last, DateTime Next, DateTime LastUpdated);
