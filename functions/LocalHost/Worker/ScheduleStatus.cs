namespace Microsoft.Azure.Functions.Worker;

/// <summary>Where a schedule stands; all times are UTC.</summary>
public class ScheduleStatus
{
    /// <summary>The last scheduled time that was run; <see langword="default"/> before the first.</summary>
    public DateTime Last { get; set; }

    /// <summary>The next scheduled time.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this was written.</summary>
    public DateTime LastUpdated { get; set; }
}
