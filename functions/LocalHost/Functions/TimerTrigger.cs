namespace ThaffFunctions.LocalHost.Functions;

/// <param name="Parameter"><inheritdoc/></param>
/// <param name="Schedule">An NCrontab expression in UTC, or <c>%Setting%</c> for the expression in that setting.</param>
/// <param name="RunOnStartup">Whether the function also runs when the host starts.</param>
/// <param name="UseMonitor">Whether the last run is stored, so that a missed run is caught up.</param>
sealed record TimerTrigger(string Parameter, string Schedule, bool RunOnStartup, bool UseMonitor) : Trigger(Parameter);
