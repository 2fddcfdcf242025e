using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ThaffFunctions.LocalHost.Functions;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Queues;

sealed partial class QueuePump(FunctionCatalog catalog, FunctionRunner runner, HostFile hostFile, IConfiguration configuration, IServiceProvider services, ILogger<QueuePump> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(catalog.StartedBy<QueueTriggerAttribute>().Select(queue => PumpAsync(queue.Function, queue.Trigger, stoppingToken)));

    async Task PumpAsync(Function function, QueueTriggerAttribute trigger, CancellationToken stop)
    {
        var options = new QueueClientOptions { MessageEncoding = hostFile.MessagesAreBase64 ? QueueMessageEncoding.Base64 : QueueMessageEncoding.None };
        var queue = new QueueClient(configuration[trigger.Connection ?? "AzureWebJobsStorage"], trigger.QueueName, options);
        var poison = new QueueClient(configuration[trigger.Connection ?? "AzureWebJobsStorage"], trigger.QueueName + "-poison", options);
        await queue.CreateIfNotExistsAsync(cancellationToken: stop);
        while (!stop.IsCancellationRequested)
        {
            var messages = (await queue.ReceiveMessagesAsync(hostFile.BatchSize, TimeSpan.FromSeconds(30), stop)).Value;
            if (messages.Length == 0) await Task.Delay(200, stop);
            await Task.WhenAll(messages.Select(message => HandleAsync(function, queue, poison, message, stop)));
        }
    }

    async Task HandleAsync(Function function, QueueClient queue, QueueClient poison, QueueMessage message, CancellationToken stop)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            await runner.RunAsync(new(function, scope.ServiceProvider, stop)
            {
                Trigger = message,
                Values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["DequeueCount"] = message.DequeueCount.ToString(System.Globalization.CultureInfo.InvariantCulture), ["Id"] = message.MessageId, ["QueueTrigger"] = message.Body.ToString() },
            });
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, stop);
        }
        catch (Exception problem)
        {
            Log.Failed(logger, problem, function.Name);
            if (message.DequeueCount < hostFile.MaxDequeueCount)
            {
                await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, (string?)null, hostFile.VisibilityTimeout, stop);
                return;
            }

            await poison.CreateIfNotExistsAsync(cancellationToken: stop);
            await poison.SendMessageAsync(message.Body, timeToLive: TimeSpan.FromSeconds(-1), cancellationToken: stop);
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, stop);
        }
    }

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Function {Function} failed.")]
        public static partial void Failed(ILogger logger, Exception problem, string function);
    }
}
