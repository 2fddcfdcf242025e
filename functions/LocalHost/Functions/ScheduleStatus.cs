namespace ThaffFunctions.LocalHost.Functions;

/// <summary>Where a schedule stands; all times are UTC.</summary>
/// <param name="Last">The last scheduled time that was run; <see langword="default"/> before the first.</param>
/// <param name="Next">The next scheduled time.</param>
/// <param name="LastUpdated">When this was written.</param>
sealed record ScheduleStatus(DateTime Last, DateTime Next, DateTime LastUpdated);
