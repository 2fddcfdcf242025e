namespace ThaffFunctions.Mail.Deliveries;

/// <summary>How often a mail is tried again, and how long it rests between.</summary>
static class RetryPolicy
{
    /// <summary>Tries in a row; the queue's <c>maxDequeueCount</c> is the same.</summary>
    public const int MaxAttempts = 5;

    /// <summary>Rounds of tries while the mail service refuses for now, an hour apart: an outage or a wrong key may last a day.</summary>
    public const int MaxRounds = 24;

    /// <summary>
    /// How often a mail is sent again after its claim expired. Each grace is twice as long as the one before: with half an hour at first,
    /// sixteen hours at last.
    /// </summary>
    public const int MaxExpiredClaims = 5;

    public static readonly TimeSpan BetweenRounds = TimeSpan.FromHours(1);
}
