using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ThaffFunctions.Shared.Storage;

/// <summary>
/// Sends messages in the background, so that requests need not wait. The row that a message is about is stored before: if the process ends,
/// a timer finds the row and sends the message again. A shutdown waits until all posted messages are sent.
/// </summary>
public sealed partial class BackgroundSender(MessageSender sender, ILogger<BackgroundSender> log) : BackgroundService
{
    const int Parallel = 8;

    readonly Channel<(string Queue, string Id)> posted = Channel.CreateUnbounded<(string, string)>();

    /// <summary>Returns at once.</summary>
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
            catch (Exception failure) // whatever it is: the other messages must not wait for this one
            {
                Log.NotSent(log, queue, id, failure.GetType().Name);
            }
        }
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A message for {Queue} about {Id} was not sent ({Failure}); the timer that looks after it will")]
        public static partial void NotSent(ILogger log, string queue, string id, string failure);
    }
}
