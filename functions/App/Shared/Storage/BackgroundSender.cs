using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ThaffFunctions.Shared.Storage;

/// <summary>
/// Sends queue messages in the background, so that a request does not wait for it. The row that a message is about is stored before: if the
/// process ends before sending, the timer that looks for such rows sends the message again. A normal shutdown sends all posted messages
/// first.
/// </summary>
public sealed partial class BackgroundSender(MessageSender sender, ILogger<BackgroundSender> log) : BackgroundService
{
    const int Parallel = 8;

    readonly Channel<(string Queue, string Id)> posted = Channel.CreateUnbounded<(string, string)>();

    /// <summary>Queues the message in memory and returns immediately.</summary>
    public void Post(string queue, string id) => posted.Writer.TryWrite((queue, id));

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        posted.Writer.TryComplete();
        return (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Parallel).Select(_ => SendAllAsync()));

    async Task SendAllAsync()
    {
        await foreach (var (queue, id) in posted.Reader.ReadAllAsync())
        {
            try
            {
                await sender.SendAsync(queue, id);
            }
            catch (Exception failure) // any exception: a failure must not stop the other messages
            {
                Log.NotSent(log, queue, id, failure.GetType().Name);
            }
        }
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The message about {Id} was not sent to queue {Queue} ({Failure}); a timer will send it again")]
        public static partial void NotSent(ILogger log, string queue, string id, string failure);
    }
}
