using ThaffFunctions.Mail.Deliveries;

namespace ThaffFunctions.Mail.Sending;

/// <summary>
/// Sends one mail to many claimed recipients. If the mail service refuses some of them by name, these fail, and the request is sent again
/// without them.
/// </summary>
public sealed class BatchSending(IMailTransport transport, DeliveryResults results)
{
    static readonly TimeSpan AfterNoAnswer = TimeSpan.FromMinutes(1);

    /// <returns>How long to leave the mail service alone before the partition is looked at again; null if it took or refused all.</returns>
    /// <exception cref="MailNotAcceptedException">Worth another try.</exception>
    public async Task<TimeSpan?> SendAsync(MailBatch mail, IReadOnlyList<Delivery> claimed)
    {
        var recipients = mail.Recipients.ToDictionary(recipient => recipient.Delivery);
        while (claimed is [var first, ..])
        {
            switch (await transport.SendAsync(MailRequest.Of(first.Kind, mail, [.. claimed.Select(delivery => recipients[delivery.Id])])))
            {
                case SendOutcome.Accepted(var messageId):
                    await results.AcceptAsync(claimed, messageId);
                    await mail.WhenAccepted();
                    return null;
                case SendOutcome.Refused(var reason, var named) when named.Any(index => index < claimed.Count):
                    await results.FailAsync([.. claimed.Where((_, index) => named.Contains(index))], reason);
                    claimed = [.. claimed.Where((_, index) => !named.Contains(index))];
                    break;
                case SendOutcome.Refused(var reason, _):
                    await results.FailAsync(claimed, reason);
                    return null;
                case SendOutcome.Throttled throttled:
                    await results.PostponeAsync(claimed, throttled.Until);
                    return throttled.Wait;
                case SendOutcome.TemporaryFailure(var reason):
                    await results.ReleaseAsync(claimed, reason);
                    throw new MailNotAcceptedException(reason);
                default:
                    results.NoteNoAnswer(claimed);
                    return AfterNoAnswer;
            }
        }
        return null;
    }
}
