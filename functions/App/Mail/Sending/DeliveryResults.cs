using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail.Sending;

/// <summary>
/// Stores the result of a request in the rows of its deliveries. Storing is not cancelled when the host stops: the answer of the mail
/// service is known only to this process.
/// </summary>
public sealed partial class DeliveryResults(
    DeliveryStore deliveries, MailThrottle throttle, MessageSender messages, UndeliveredNotice undelivered, ProductMetrics metrics,
    TimeProvider clock, ILogger<DeliveryResults> log)
{
    /// <exception cref="MailNotAcceptedException">Worth another try.</exception>
    public async Task ApplyAsync(Delivery claimed, SendOutcome outcome)
    {
        switch (outcome)
        {
            case SendOutcome.Accepted(var messageId):
                await AcceptAsync([claimed], messageId);
                break;
            case SendOutcome.Throttled wait:
                await PostponeAsync([claimed], wait.Until);
                await messages.SendAsync(Queues.Deliveries, claimed.Id.ToString(), wait.Wait);
                break;
            case SendOutcome.Refused(var reason, _):
                await FailAsync([claimed], reason);
                break;
            case SendOutcome.TemporaryFailure(var reason):
                await ReleaseAsync([claimed], reason);
                throw new MailNotAcceptedException(reason);
            case SendOutcome.NoAnswer:
                NoteNoAnswer([claimed]);
                break;
        }
    }

    public async Task AcceptAsync(IReadOnlyList<Delivery> claimed, string? messageId)
    {
        await deliveries.StoreAllAsync(claimed, delivery => delivery.Accepted(messageId), CancellationToken.None);
        metrics.CountDeliveries("sent", claimed.Count);
        Log.Accepted(log, claimed[0].Id, claimed.Count, claimed[0].Kind);
    }

    /// <summary>
    /// Queued again, and no instance sends until then; whoever calls sends a message that is seen when the mail service takes mails again.
    /// </summary>
    public async Task PostponeAsync(IReadOnlyList<Delivery> claimed, DateTimeOffset until)
    {
        await deliveries.StoreAllAsync(claimed, delivery => delivery.Requeued(until), CancellationToken.None);
        await throttle.BeginAsync(until, CancellationToken.None);
        Log.Throttled(log, claimed[0].Id, claimed.Count, until);
    }

    /// <summary>Queued again, because the request was refused for others in it; whoever calls sends a message.</summary>
    public Task RequeueAsync(IReadOnlyList<Delivery> claimed) =>
        deliveries.StoreAllAsync(claimed, delivery => delivery.Requeued(delivery.QueuedAt), CancellationToken.None);

    /// <summary>Stays queued until then.</summary>
    public async Task HoldAsync(Delivery queued, DateTimeOffset until)
    {
        await deliveries.StoreAllAsync([queued],
            delivery => delivery.State == DeliveryState.Queued ? delivery with { QueuedAt = until } : delivery, CancellationToken.None);
        await messages.SendAsync(Queues.Deliveries, queued.Id.ToString(), until - clock.GetUtcNow());
        Log.Held(log, queued.Id, until);
    }

    /// <summary>They stay claimed: an event settles them, or the claim expires and a timer has them sent again.</summary>
    public void NoteNoAnswer(IReadOnlyList<Delivery> claimed) => Log.NoAnswer(log, claimed[0].Id, claimed.Count);

    /// <summary>Queued again, for the next try or after a rest; those that were tried for a day fail.</summary>
    public async Task ReleaseAsync(IReadOnlyList<Delivery> claimed, string reason)
    {
        var now = clock.GetUtcNow();
        Log.NotAccepted(log, claimed[0].Id, claimed.Count, reason);
        var released = claimed.Select(delivery => delivery.AfterTemporaryFailure(reason, now)).ToList();
        await undelivered.TellDelayedAsync(released.FindAll(DeliverySteps.IsResting), CancellationToken.None);
        await StoreAsync(claimed, delivery => delivery.AfterTemporaryFailure(reason, now));
    }

    public Task FailAsync(IReadOnlyList<Delivery> claimed, string reason) => StoreAsync(claimed, delivery => delivery.Failed(reason));

    public async Task SkipAsync(IReadOnlyList<Delivery> queued, string reason)
    {
        await deliveries.StoreAllAsync(queued, delivery => delivery.Skipped(reason), CancellationToken.None);
        metrics.CountDeliveries("skipped", queued.Count);
        Log.Skipped(log, queued[0].Id, queued.Count, reason);
    }

    /// <summary>
    /// Counts the failure in the rows and throws it again: the host repeats the message, and after the last try the rows have failed, too.
    /// </summary>
    public async Task CountFailureAsync(IReadOnlyList<Delivery> queued, Exception failure)
    {
        var reason = $"Die Nachricht konnte nicht erstellt werden ({failure.GetType().Name}).";
        await StoreAsync(queued, delivery => delivery.NotComposed(reason));
        ExceptionDispatchInfo.Throw(failure);
    }

    /// <summary>
    /// Stores a step that may give deliveries up. Staff are told before: cut off in between, the rows are not settled, so that a timer has
    /// them tried again, and the notice is sent once only.
    /// </summary>
    public async Task StoreAsync(IReadOnlyList<Delivery> known, Func<Delivery, Delivery> step)
    {
        var failed = known.Where(delivery => !delivery.IsSettled()).Select(step).Where(delivery => delivery.State == DeliveryState.Failed)
            .ToList();
        await undelivered.TellAsync(failed, CancellationToken.None);
        await deliveries.StoreAllAsync(known, step, CancellationToken.None);
        if (failed is not [var first, ..]) return;

        metrics.CountDeliveries("failed", failed.Count);
        Log.Failed(log, first.Id, failed.Count, first.Kind, first.Reason);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The mail service accepted {Count} deliveries of kind {Kind}; the first is {First}")]
        public static partial void Accepted(ILogger log, DeliveryId first, int count, string kind);

        [LoggerMessage(LogLevel.Information,
            "The mail service asked to wait: {Count} deliveries are queued until {Until}; the first is {First}")]
        public static partial void Throttled(ILogger log, DeliveryId first, int count, DateTimeOffset until);

        [LoggerMessage(LogLevel.Information, "{Delivery} waits until {Until}: enough went to its address")]
        public static partial void Held(ILogger log, DeliveryId delivery, DateTimeOffset until);

        [LoggerMessage(LogLevel.Warning, "The mail service refused {Count} deliveries for now: {Reason}; the first is {First}")]
        public static partial void NotAccepted(ILogger log, DeliveryId first, int count, string reason);

        [LoggerMessage(LogLevel.Warning,
            "The mail service gave no answer to {Count} deliveries; without an event they are sent again later; the first is {First}")]
        public static partial void NoAnswer(ILogger log, DeliveryId first, int count);

        [LoggerMessage(LogLevel.Error, "{Count} deliveries of kind {Kind} failed: {Reason}; the first is {First}")]
        public static partial void Failed(ILogger log, DeliveryId first, int count, string kind, string? reason);

        [LoggerMessage(LogLevel.Information, "{Count} deliveries were skipped: {Reason}; the first is {First}")]
        public static partial void Skipped(ILogger log, DeliveryId first, int count, string reason);
    }
}
