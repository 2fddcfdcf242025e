using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.MailingList.Leaving;

/// <summary>Who left the list since a backup leaves again after it was restored, unless a newer consent was confirmed.</summary>
sealed class ReapplyUnsubscriptions(SubscriberStore subscribers, RestoreMarks marks) : IFollowsRestore
{
    public async Task FollowAsync(DateTimeOffset begun, CancellationToken cancellation)
    {
        foreach (var (key, leftAt) in await marks.SinceAsync(SubscriberStore.LeftMark, begun, cancellation))
            await subscribers.LeaveAgainAsync(key, leftAt, cancellation);
    }
}
