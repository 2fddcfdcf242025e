namespace ThaffFunctions.LocalHost.Functions;

/// <summary>Runs a timer or queue function at once because a person or a test asks for it, switched off or not.</summary>
sealed partial class ManualRun(FunctionRunner runner, ILogger<ManualRun> logger)
{
    /// <summary>Comes back when the function has ended, with what it threw.</summary>
    public async Task<Exception?> OfAsync(Function function, string input, CancellationToken cancellation)
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
                ? runner.RunTimerAsync(function, new(ScheduleStatus: null, IsPastDue: false), cancellation)
                : runner.RunMessageAsync(function, input, message, cancellation));
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
