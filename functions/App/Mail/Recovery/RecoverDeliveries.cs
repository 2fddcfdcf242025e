using Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;

namespace ThaffFunctions.Mail.Recovery;

/// <summary>
/// Recovers deliveries whose message was lost or whose claim has expired. It reads the partitions that got deliveries lately, no others,
/// and none while the mail service asks to be left alone.
/// </summary>
public sealed partial class RecoverDeliveries(
    OpenPartitions partitions, MailThrottle throttle, ExpiredClaimRecovery expired, LostMessages lost, DeliveryStore deliveries,
    TimeProvider clock, ILogger<RecoverDeliveries> log)
{
    const int AtOnce = 8;

    [Function(nameof(RecoverDeliveries))]
    public async Task Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if (await throttle.LeftAsync(cancellation) is not null) return;

        await Parallel.ForEachAsync(
            partitions.AllAsync(cancellation),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (open, token) => await RecoverAsync(open, token));
    }

    async Task RecoverAsync(OpenPartition open, CancellationToken cancellation)
    {
        try
        {
            await expired.ReleaseAsync(open, cancellation);
            await lost.PostAgainAsync(open, cancellation);
            if (open.Until < clock.GetUtcNow() && await IsSettledAsync(open, cancellation)) await partitions.CloseAsync(open, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested) // whatever it is: the other partitions must not wait for it
        {
            Log.NotRecovered(log, open.Table, open.Partition, failure.GetType().Name, (failure as RequestFailedException)?.Status);
        }
    }

    async Task<bool> IsSettledAsync(OpenPartition open, CancellationToken cancellation) =>
        !await deliveries.UnsettledAsync(open.Table, open.Partition, cancellation).AnyAsync(cancellation);

    static partial class Log
    {
        [LoggerMessage(LogLevel.Warning,
            "Deliveries in {Table}, {Partition} could not be recovered: {Failure}, storage status {Status}; the next run tries again")]
        public static partial void NotRecovered(ILogger log, string table, string partition, string failure, int? status);
    }
}
