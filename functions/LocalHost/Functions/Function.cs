using ThaffFunctions.LocalHost.Worker;

namespace ThaffFunctions.LocalHost.Functions;

/// <summary>A function as the worker told of it.</summary>
sealed record Function(string Name, RpcFunctionMetadata Metadata, Trigger Trigger)
{
    public string Id => Metadata.FunctionId;

    /// <summary>What starts it, in words.</summary>
    public string Kind => Trigger switch
    {
        HttpTrigger http => $"{(http.Methods is [] ? "any method" : string.Join(' ', http.Methods).ToUpperInvariant())} "
            + $"/{http.Route ?? Name}",
        TimerTrigger timer => $"timer {timer.Schedule}",
        QueueTrigger queue => $"queue {queue.QueueName}",
        _ => Trigger.GetType().Name,
    };

    public static Function Of(RpcFunctionMetadata metadata) => new(metadata.Name, metadata, Trigger.Of(metadata));
}
