using ThaffFunctions.LocalHost.Worker;

namespace ThaffFunctions.LocalHost.Functions;

/// <summary>Runs a timer or queue function immediately on request of a person or a test, even if the function is disabled.</summary>
sealed partial class ManualRun(FunctionRunner runner, ILogger<ManualRun> logger)
{
    /// <summary>Returns when the function has ended: the exception that it threw, or <see langword="null"/>.</summary>
    /// <param name="function">A timer or queue function.</param>
    /// <param name="input">The message of a queue function.</param>
    /// <param name="cancellation">Signals the function to end early.</param>
    /// <param name="hear">Gets what the function logs.</param>
    public async Task<Exception?> OfAsync(Function function, string input, CancellationToken cancellation, Action<RpcLog>? hear = null)
    {
        Dictionary<string, string?> message = new()
        {
            ["QueueTrigger"] = input,
            ["Id"] = Guid.NewGuid().ToString(),
            ["DequeueCount"] = "1"
        };
        try
        {
            await (function.Trigger is TimerTrigger
                ? runner.RunTimerAsync(function, new(ScheduleStatus: null, IsPastDue: false), cancellation, hear)
                : runner.RunMessageAsync(function, input, message, cancellation, hear));
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
