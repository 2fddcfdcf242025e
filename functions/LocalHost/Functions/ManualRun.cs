using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ThaffFunctions.LocalHost.Functions;

/// <summary>Runs a timer or queue function at once because a person or a test asks for it, switched off or not.</summary>
sealed partial class ManualRun(FunctionRunner runner, TimeProvider clock, IServiceScopeFactory scopes, ILogger<ManualRun> logger)
{
    /// <summary>Comes back when the function has ended, with what it threw.</summary>
    public async Task<Exception?> OfAsync(Function function, string input, CancellationToken cancellation)
    {
        object trigger = function.Trigger is TimerTriggerAttribute
            ? new TimerInfo()
            : QueuesModelFactory.QueueMessage(Guid.NewGuid().ToString(), "", input, 1, null, clock.GetUtcNow(), null);
        Dictionary<string, object?> values = new(StringComparer.OrdinalIgnoreCase) { ["QueueTrigger"] = input, ["DequeueCount"] = "1" };
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await runner.RunAsync(new(function, scope.ServiceProvider, cancellation) { Trigger = trigger, Values = values });
            return null;
        }
        catch (Exception problem)
        {
            Log.Failed(logger, problem, function.Name);
            return problem;
        }
    }

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Function {Function} failed.")]
        public static partial void Failed(ILogger logger, Exception problem, string function);
    }
}
