using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Mail.Deliveries;

/// <summary>How pages for staff tell of mails that are held up.</summary>
static class WaitingWords
{
    /// <summary>How many there are and since when, for example <c>2 E-Mails warten seit 1. September 2026, 10:00 Uhr</c>.</summary>
    /// <param name="mails">One at least, those of <see cref="WaitingMails"/>.</param>
    /// <param name="now">This moment.</param>
    public static string Of(IReadOnlyList<Delivery> mails, DateTimeOffset now)
    {
        var count = mails.Count == 1 ? "1 E-Mail wartet"
            : $"{(mails.CountBy(mail => mail.Id.Partition).Any(one => one.Value >= WaitingMails.MaxOfPartition) ? "Mindestens " : "")}{mails.Count.ToString("N0", Berlin.German)} E-Mails warten";
        return mails.Min(mail => mail.HeldUpSince(now)) is { } since ? $"{count} seit {Berlin.Moment(since)}" : count;
    }
}
