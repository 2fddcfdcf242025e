namespace ThaffFunctions.Mail.Deliveries;

/// <summary>The rules by which a delivery changes its state; pure functions.</summary>
static class DeliverySteps
{
    /// <summary>What has not moved for so long is held up, whatever by.</summary>
    public static readonly TimeSpan Prompt = TimeSpan.FromMinutes(5);

    public static bool IsSettled(this Delivery delivery) => delivery.State is not (DeliveryState.Queued or DeliveryState.Sending);

    /// <summary>About to be handed to the mail service, by whoever holds the claim.</summary>
    public static Delivery Claimed(this Delivery delivery, string claim, DateTimeOffset now) =>
        delivery with { State = DeliveryState.Sending, SendingSince = now, Attempts = delivery.Attempts + 1, Claim = claim };

    /// <summary>The mail service has it. What its events said meanwhile stays.</summary>
    public static Delivery Accepted(this Delivery delivery, string? messageId) =>
        (delivery.IsSettled() ? delivery : delivery with { State = DeliveryState.Sent, Reason = null }) with { MessageId = messageId };

    /// <summary>The mail service did not take it for a reason that lies elsewhere: queued again, and the try does not count.</summary>
    public static Delivery Requeued(this Delivery delivery, DateTimeOffset due) => delivery.UnlessSettled(
        delivery with
        {
            State = DeliveryState.Queued,
            QueuedAt = due,
            Attempts = Math.Max(0, delivery.Attempts - 1),
            WaitingSince = due > delivery.SendingSince ? delivery.WaitingSince ?? delivery.SendingSince : delivery.WaitingSince,
        });

    /// <summary>
    /// The mail service refused for now: queued again. After five tries it rests for an hour, and after a day it is given up.
    /// </summary>
    public static Delivery AfterTemporaryFailure(this Delivery delivery, string reason, DateTimeOffset now) =>
        delivery.UnlessSettled(delivery with
        {
            State = delivery.Attempts >= RetryPolicy.MaxAttempts * RetryPolicy.MaxRounds ? DeliveryState.Failed : DeliveryState.Queued,
            QueuedAt = delivery.Attempts % RetryPolicy.MaxAttempts == 0 ? now + RetryPolicy.BetweenRounds : delivery.QueuedAt,
            WaitingSince = delivery.WaitingSince ?? delivery.SendingSince,
            Reason = reason,
        });

    /// <summary>Rests until the timer that finds lost messages tries again.</summary>
    public static bool IsResting(this Delivery delivery) =>
        delivery.State == DeliveryState.Queued && delivery.Attempts > 0 && delivery.Attempts % RetryPolicy.MaxAttempts == 0;

    /// <summary>The mail could not be composed; counts as a try, and the fifth is the last.</summary>
    public static Delivery NotComposed(this Delivery delivery, string reason) =>
        delivery.State != DeliveryState.Queued ? delivery : delivery with
        {
            State = delivery.Attempts + 1 >= RetryPolicy.MaxAttempts ? DeliveryState.Failed : DeliveryState.Queued,
            Attempts = delivery.Attempts + 1,
            WaitingSince = delivery.WaitingSince ?? delivery.QueuedAt,
            Reason = reason,
        };

    /// <summary>Its message was lost, or still waits: it gets another one.</summary>
    public static Delivery PostedAgain(this Delivery delivery, DateTimeOffset now) =>
        delivery with { QueuedAt = now, WaitingSince = delivery.WaitingSince ?? delivery.QueuedAt };

    /// <summary>Since when something holds the mail up; null if it is settled or on its way as usual.</summary>
    public static DateTimeOffset? HeldUpSince(this Delivery delivery, DateTimeOffset now)
    {
        if (delivery.IsSettled()) return null;

        var moved = delivery.State == DeliveryState.Sending ? delivery.SendingSince : delivery.QueuedAt;
        return delivery.WaitingSince ?? (moved < now - Prompt ? moved : null);
    }

    public static Delivery Failed(this Delivery delivery, string reason) =>
        delivery.UnlessSettled(delivery with { State = DeliveryState.Failed, Reason = reason });

    /// <summary>People want a mail that had failed tried once more.</summary>
    public static Delivery TriedAgain(this Delivery delivery, DateTimeOffset now) => delivery.State != DeliveryState.Failed ? delivery
        : delivery with
        {
            State = DeliveryState.Queued,
            QueuedAt = now,
            Attempts = 0,
            ExpiredClaims = 0,
            Reason = null,
            WaitingSince = null,
        };

    public static Delivery Skipped(this Delivery delivery, string reason) =>
        delivery.State == DeliveryState.Queued ? delivery with { State = DeliveryState.Skipped, Reason = reason } : delivery;

    /// <summary>Claimed so long ago that no event is expected any more.</summary>
    public static bool HasExpiredAt(this Delivery delivery, DateTimeOffset now, TimeSpan grace) =>
        delivery.State == DeliveryState.Sending && delivery.SendingSince < now - grace * Math.Pow(2, delivery.ExpiredClaims);

    /// <summary>A worker claimed it and never reported: sent again, at the risk of a second mail; after that people decide.</summary>
    public static Delivery AfterExpiredClaim(this Delivery delivery) => delivery.ExpiredClaims < RetryPolicy.MaxExpiredClaims
        ? delivery.UnlessSettled(delivery with
        {
            State = DeliveryState.Queued,
            ExpiredClaims = delivery.ExpiredClaims + 1,
            WaitingSince = delivery.WaitingSince ?? delivery.SendingSince,
        })
        : delivery.Failed("Mehrmals versandt, ohne dass der Maildienst geantwortet hat; vielleicht ist die Nachricht angekommen.");

    /// <summary>
    /// What an event of the mail service proves. Events come in any order, so a later stage never gives way to an earlier one, and any
    /// event proves that the mail was accepted, whatever we believed.
    /// </summary>
    /// <returns>null if it tells nothing new.</returns>
    public static Delivery? Proven(this Delivery delivery, DeliveryState stage, string? reason) =>
        Rank(stage) > Rank(delivery.State) ? delivery with { State = stage, Reason = reason } : null;

    /// <summary>An event may have settled it while we were busy with it.</summary>
    static Delivery UnlessSettled(this Delivery delivery, Delivery changed) => delivery.IsSettled() ? delivery : changed;

    static int Rank(DeliveryState state) => state switch
    {
        DeliveryState.Sent => 1,
        DeliveryState.Delivered => 2,
        DeliveryState.Bounced => 3,
        _ => 0,
    };
}
