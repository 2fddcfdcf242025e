using ThaffFunctions.LocalHost.Functions;
using ThaffFunctions.LocalHost.Starting;
using ThaffFunctions.LocalHost.Storage;

namespace ThaffFunctions.LocalHost.Queues;

/// <summary>Receives messages for queue functions, with the batch size and polling interval of host.json.</summary>
sealed partial class QueuePump(
    FunctionCatalog catalog, MessageHandler handler, HostFile hostFile, IConfiguration configuration,
    BackgroundStart background, PollPauses pauses, ILogger<QueuePump> logger) : BackgroundService
{
    static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan s_pauseAfterTrouble = TimeSpan.FromSeconds(1);

    // Ten minutes in Azure; shorter here, so that the message of a killed host becomes visible again sooner.
    readonly TimeSpan _visibility = configuration.Read(SettingNames.MessageVisibility, TimeSpan.FromSeconds(30));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await background.AllowedAsync(stoppingToken);
        await Task.WhenAll(catalog.StartedBy<QueueTrigger>().Select(queue => PumpAsync(queue.Function, queue.Trigger, stoppingToken)));
    }

    async Task PumpAsync(Function function, QueueTrigger trigger, CancellationToken stop)
    {
        var queue = new TriggerQueue(QueueConnection.Find(configuration, trigger.Connection)!, configuration.Resolve(trigger.QueueName)!,
            _visibility, hostFile);
        List<Task> running = [];
        var pause = s_firstPause;
        try
        {
            while (!stop.IsCancellationRequested)
            {
                running.RemoveAll(task => task.IsCompleted);
                if (running.Count > hostFile.NewBatchThreshold)
                {
                    await Task.WhenAny(running).WaitAsync(stop);
                    continue;
                }

                var messages = await ReceiveAsync(queue, stop);
                running.AddRange(messages.Select(message => handler.HandleAsync(function, queue, message, stop)));
                if (messages.Count == 0) await pauses.WaitAsync(queue.Uri, pause, stop);
                var longer = pause * 2 < hostFile.MaxPollingInterval ? pause * 2 : hostFile.MaxPollingInterval;
                pause = messages.Count > 0 ? s_firstPause : longer;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host is stopping; running functions are awaited below.
        }

        await Task.WhenAll(running);
    }

    async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(TriggerQueue queue, CancellationToken stop)
    {
        try
        {
            return await queue.ReceiveAsync(stop);
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            Log.CannotReceive(logger, queue.Name, problem.Message.Split('\n')[0]);
            await Task.Delay(s_pauseAfterTrouble, stop);
            return [];
        }
    }

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Messages of queue {Queue} can't be received at the moment: {Problem}")]
        public static partial void CannotReceive(ILogger logger, string queue, string problem);
    }
}
