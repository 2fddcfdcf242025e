using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Shared.Mail.Sending;

/// <summary>Sends one mail to many claimed recipients; those that SendGrid refuses are set aside, the rest is sent without them.</summary>
public sealed class BatchSending(SendGridMessages messages, SendGridGate sendGrid, DeliveryResults results)
{
    /// <returns>Whether the mail service answered; without an answer it is better left alone for a while.</returns>
    /// <exception cref="MailNotAcceptedException">Worth another try.</exception>
    public async Task<bool> SendAsync(string partition, MailBatch mail, IReadOnlyList<Delivery> claimed)
    {
        var recipients = mail.Recipients.ToDictionary(recipient => recipient.Delivery);
        while (claimed is [var first, ..])
        {
            switch (await sendGrid.SendAsync(messages.Of(first.Kind, mail, [.. claimed.Select(delivery => recipients[delivery.Id])])))
            {
                case SendOutcome.Accepted(var messageId):
                    await results.AcceptAsync(claimed, messageId);
                    return true;
                case SendOutcome.Refused(var reason, { Count: > 0 } named):
                    await results.FailAsync([.. claimed.Where((_, index) => named.Contains(index))], reason);
                    claimed = [.. claimed.Where((_, index) => !named.Contains(index))];
                    break;
                case SendOutcome.Refused(var reason, _):
                    await results.FailAsync(claimed, reason);
                    return true;
                case SendOutcome.Throttled throttled:
                    await results.PostponeAsync(claimed, throttled, Queues.DeliveryBatches, partition);
                    return true;
                case SendOutcome.Unaccepted(var reason):
                    await results.ReleaseAsync(claimed, reason);
                    throw new MailNotAcceptedException(reason);
                default:
                    results.NoteUnclear(claimed);
                    return false;
            }
        }
        return true;
    }
}
