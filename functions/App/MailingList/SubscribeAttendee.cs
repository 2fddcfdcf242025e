using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Mail;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.MailingList;

/// <summary>
/// Somebody ticked the newsletter when registering: the same double opt-in as from the page. Who gets it already is not asked again.
/// </summary>
public sealed class SubscribeAttendee(Attendees attendees, SubscriberStore subscribers, Suppression suppression, DoubleOptIn optIn)
{
    [Function(nameof(SubscribeAttendee))]
    public async Task Run([QueueTrigger(Queues.NewsletterWishes, Connection = Queues.Connection)] string message,
        CancellationToken cancellation)
    {
        if (message.Split('/') is not [var id, var key] || SessionId.Parse(id) is not { } session)
            throw new FormatException("The message is not a session and an attendee's key.");

        if (await attendees.FindWishAsync(session, key, cancellation) is { } wish
            && await attendees.FindAsync(session, key, cancellation) is { } attendee && !await GetsItAsync(attendee.Email, cancellation))
            await optIn.AskAsync(attendee.Email, Preferences.Invitations, wish.AskedAt, $"Anmeldung zu {session}, {wish.AskedFrom}",
                message, cancellation);

        await attendees.ForgetWishAsync(session, key, cancellation);
    }

    /// <summary>Who stands on the list may have told their mail program to keep it away; ticking it now is a new wish.</summary>
    async Task<bool> GetsItAsync(EmailAddress email, CancellationToken cancellation) =>
        await subscribers.FindAsync(subscribers.KeyOf(email), cancellation) is { State: SubscriberState.Active }
        && !await suppression.IsSuppressedAsync(email, SuppressionScope.MailingList, cancellation);
}
