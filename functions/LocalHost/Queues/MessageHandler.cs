using Azure;
using ThaffFunctions.LocalHost.Functions;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Queues;

/// <summary>
/// Runs a queue function for one message and then deletes the message, makes it visible again for a retry, or moves it to the poison queue.
/// </summary>
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
        catch (Exception problem) // must not throw: the caller only waits for completion
        {
            Log.NotSettled(logger, function.Name, problem.Message.Split('\n')[0]); // the message becomes visible again (at-least-once)
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

    /// <summary>Keeps the message invisible to others while its function is running.</summary>
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
                return; // another host has received the message
            }
            catch (Exception problem) when (problem is RequestFailedException or AggregateException or OperationCanceledException)
            {
                // The function has ended, or storage is unavailable for a moment: the loop ends or tries again.
            }
        }
    }

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Function {Function} failed (try {Try} of {Tries}).")]
        public static partial void Failed(ILogger logger, Exception problem, string function, long @try, int tries);

        [LoggerMessage(Level = LogLevel.Warning,
            Message = "The message of function {Function} could not be deleted or made visible again: {Problem}")]
        public static partial void NotSettled(ILogger logger, string function, string problem);
    }
}
