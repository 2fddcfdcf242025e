using Azure;
using ThaffFunctions.LocalHost.Functions;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Queues;

/// <summary>Runs a queue function for one message and settles the message: gone, to be tried again, or poison.</summary>
sealed partial class MessageHandler(FunctionRunner runner, HostFile hostFile, ILoggerFactory logs)
{
    public async Task HandleAsync(Function function, TriggerQueue queue, ReceivedMessage message, CancellationToken stop)
    {
        var logger = logs.CreateLogger($"Function.{function.Name}");
        try
        {
            if (message.Body is null || message.DequeueCount > hostFile.MaxDequeueCount)
                await queue.PoisonAsync(message);
            else if (await SucceedsAsync(function, queue, message, logger, stop))
                await queue.DeleteAsync(message);
            else if (message.DequeueCount >= hostFile.MaxDequeueCount)
                await queue.PoisonAsync(message);
            else
                await queue.HideAsync(message, hostFile.VisibilityTimeout);
        }
        catch (Exception problem) // nobody awaits this but to see that it has ended
        {
            Log.NotSettled(logger, function.Name, problem.Message.Split('\n')[0]); // it comes again, as any message may
        }
    }

    async Task<bool> SucceedsAsync(Function function, TriggerQueue queue, ReceivedMessage message, ILogger logger, CancellationToken stop)
    {
        using var done = new CancellationTokenSource();
        var keeping = KeepAsync(queue, message, done.Token);
        try
        {
            await runner.RunMessageAsync(function, message.Body!.ToString(), message.Values, stop);
            return true;
        }
        catch (Exception problem)
        {
            Log.Failed(logger, problem, function.Name, message.DequeueCount, hostFile.MaxDequeueCount);
            return false;
        }
        finally
        {
            await done.CancelAsync();
            await keeping;
        }
    }

    /// <summary>Keeps the message out of others' sight while its function runs on.</summary>
    static async Task KeepAsync(TriggerQueue queue, ReceivedMessage message, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(queue.Visibility / 3, done);
                await queue.HideAsync(message, queue.Visibility);
            }
            catch (RequestFailedException gone) when (gone.Status is 400 or 404)
            {
                return; // somebody else has the message now
            }
            catch (Exception problem) when (problem is RequestFailedException or AggregateException or OperationCanceledException)
            {
                // the function has come to its end, or storage is away for a moment: once more at the next third
            }
        }
    }

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Function {Function} failed (try {Try} of {Tries}).")]
        public static partial void Failed(ILogger logger, Exception problem, string function, long @try, int tries);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Function {Function}: its message could not be settled: {Problem}")]
        public static partial void NotSettled(ILogger logger, string function, string problem);
    }
}
