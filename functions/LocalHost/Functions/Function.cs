using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace ThaffFunctions.LocalHost.Functions;

/// <summary>A function as it was found: its name, its method and what starts it.</summary>
sealed record Function(string Name, MethodInfo Method, ParameterInfo TriggerParameter, TriggerBindingAttribute Trigger)
{
    public string EntryPoint => $"{Method.DeclaringType!.FullName}.{Method.Name}";

    /// <summary>What starts it, in words.</summary>
    public string Kind => Trigger switch
    {
        HttpTriggerAttribute http => $"{(http.Methods is { Length: > 0 } methods ? string.Join(' ', methods).ToUpperInvariant() : "any method")} /{http.Route ?? Name}",
        TimerTriggerAttribute timer => $"timer {timer.Schedule}",
        QueueTriggerAttribute queue => $"queue {queue.QueueName}",
        _ => Trigger.GetType().Name,
    };
}
