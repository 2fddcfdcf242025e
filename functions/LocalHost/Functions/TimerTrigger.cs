namespace ThaffFunctions.LocalHost.Functions;

/// <param name="Parameter"><inheritdoc/></param>
/// <param name="Schedule">An NCrontab expression in UTC, or <c>%Setting%</c> that holds it.</param>
/// <param name="RunOnStartup">Whether it also runs when the host starts.</param>
/// <param name="UseMonitor">Whether its last run is kept, so that a missed one is made up for.</param>
sealed record TimerTrigger(string Parameter, string Schedule, bool RunOnStartup, bool UseMonitor) : Trigger(Parameter);
