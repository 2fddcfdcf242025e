using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Configuration;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Functions.Rules;

/// <summary>Everything that would fail in Azure, or silently break, is refused here at start, in sentences that name the function.</summary>
static class FunctionRules
{
    /// <exception cref="CannotStartException">Says all that is wrong, a line each.</exception>
    public static void Check(IReadOnlyList<MethodInfo> methods, IConfiguration configuration, HostFile hostFile)
    {
        string[] problems =
        [
            .. HostFileRules.Problems(hostFile),
            .. NameRules.Problems(methods),
            .. methods.SelectMany(method => Problems(method, configuration, hostFile).Select(problem => $"Function '{method.FunctionName()}': {problem}")),
            .. HttpRules.SharedRoutes(methods),
        ];
        if (problems.Length > 0) throw new CannotStartException(string.Join(Environment.NewLine, problems));
    }

    public static string FunctionName(this MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>()!.Name;

    public static TriggerBindingAttribute? Trigger(this ParameterInfo parameter) => parameter.GetCustomAttribute<TriggerBindingAttribute>();

    static IEnumerable<string> Problems(MethodInfo method, IConfiguration configuration, HostFile hostFile)
    {
        foreach (var problem in SignatureRules.Problems(method)) yield return problem;

        if (method.GetParameters().Where(parameter => parameter.Trigger() is not null).ToArray() is not [var trigger])
        {
            yield return "it needs exactly one trigger: a parameter with [HttpTrigger], [TimerTrigger] or [QueueTrigger].";
            yield break;
        }

        foreach (var problem in Problems(trigger, configuration, hostFile)) yield return problem;
        foreach (var problem in ReturnRules.Problems(method.ReturnType, trigger.Trigger()!)) yield return problem;
        foreach (var parameter in method.GetParameters().Where(parameter => parameter.Position != trigger.Position)) // reflection may give each caller objects of its own
            foreach (var problem in ParameterRules.Problems(parameter, trigger.Trigger()!))
                yield return problem;
    }

    static IEnumerable<string> Problems(ParameterInfo parameter, IConfiguration configuration, HostFile hostFile) => parameter.Trigger() switch
    {
        HttpTriggerAttribute http => HttpRules.Problems(parameter, http, hostFile),
        TimerTriggerAttribute timer => TimerRules.Problems(parameter, timer, configuration),
        QueueTriggerAttribute queue => QueueRules.Problems(parameter, queue, configuration),
        _ => [],
    };
}
