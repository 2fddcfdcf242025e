using ThaffFunctions.Mail;
using ThaffFunctions.Shared;

namespace ThaffFunctions.MailingList.Leaving;

/// <summary>A complaint, or a mailbox that does not exist, ends the subscription; the proof is kept as if its owner had left.</summary>
sealed class EndSubscription(SubscriberStore subscribers) : IFollowsSuppression
{
    public Task FollowAsync(IReadOnlyList<EmailAddress> addresses, CancellationToken cancellation) =>
        subscribers.EndUnreachableAsync(addresses.Select(subscribers.KeyOf), cancellation);
}
