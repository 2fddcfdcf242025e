using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function by the clock.</summary>
/// <param name="schedule">An NCrontab expression of five or six fields in UTC, or <c>%Setting%</c> that holds one.</param>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>The expression as written.</summary>
    public string Schedule { get; private set; } = schedule;

    /// <summary>Whether the schedule is kept in storage, so that a run missed while no host ran is made up for, once.</summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Whether the function also runs whenever a host starts.</summary>
    public bool RunOnStartup { get; set; }
}
