using ThaffFunctions.Mail.Deliveries;

namespace ThaffFunctions.Mail.Sending;

/// <summary>
/// Sends one mail to many claimed recipients, in one request: a claim is good for one request only (see
/// <see cref="DeliveryStore.ClaimAsync"/>).
/// </summary>
public sealed class BatchSending(IMailTransport transport, DeliveryResults results)
{
    static readonly TimeSpan AfterNoAnswer = TimeSpan.FromMinutes(1);

    /// <returns>How long to leave the mail service alone before the partition is looked at again; null if it took or refused all.</returns>
    /// <exception cref="MailNotAcceptedException">Worth another try.</exception>
    public async Task<TimeSpan?> SendAsync(MailBatch mail, IReadOnlyList<Delivery> claimed)
    {
        if (claimed is not [var first, ..]) return null;

        var recipients = mail.Recipients.ToDictionary(recipient => recipient.Delivery);
        switch (await transport.SendAsync(MailRequest.Of(first.Kind, mail, [.. claimed.Select(delivery => recipients[delivery.Id])])))
        {
            case SendOutcome.Accepted(var messageId):
                await results.AcceptAsync(claimed, messageId);
                await mail.WhenAccepted();
                return null;
            case SendOutcome.Refused(var reason, var named) when named.Any(index => index < claimed.Count):
                await results.FailAsync([.. claimed.Where((_, index) => named.Contains(index))], reason);
                await results.RequeueAsync([.. claimed.Where((_, index) => !named.Contains(index))]);
                return TimeSpan.Zero;
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
}
