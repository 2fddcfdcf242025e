using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using ThaffFunctions.LocalHost.Timers;

namespace ThaffFunctions.LocalHost.Functions.Rules;

/// <summary>Schedules.</summary>
static class TimerRules
{
    public static IEnumerable<string> Problems(ParameterInfo parameter, TimerTriggerAttribute trigger, IConfiguration configuration)
    {
        if (parameter.ParameterType != typeof(TimerInfo))
            yield return $"its trigger parameter '{parameter.Name}' must be a TimerInfo.";
        if (configuration.Resolve(trigger.Schedule) is not { } expression)
            yield return $"its schedule {trigger.Schedule} names a setting that is missing.";
        else if (Schedule.TryParse(expression) is null)
            yield return $"its schedule '{expression}' is no NCrontab expression of five or six fields, such as \"0 */15 * * * *\".";
    }
}
