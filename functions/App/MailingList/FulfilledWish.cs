using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.MailingList;

/// <summary>A wish for the newsletter: done once its row is gone.</summary>
sealed class FulfilledWish(Attendees attendees) : IFinishedWork
{
    public string Queue => Queues.NewsletterWishes;

    public async Task<bool> IsDoneAsync(string message, CancellationToken cancellation) =>
        message.Split('/') is [var id, var key] && SessionId.Parse(id) is { } session
        && await attendees.FindWishAsync(session, key, cancellation) is null;
}
