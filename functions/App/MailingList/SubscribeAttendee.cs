using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.MailingList;

/// <summary>Somebody ticked the newsletter when registering: the same double opt-in as from the page. Who gets it already is not asked again.</summary>
public sealed class SubscribeAttendee(Attendees attendees, Subscribers subscribers, DoubleOptIn optIn)
{
    [Function(nameof(SubscribeAttendee))]
    public async Task Run([QueueTrigger(Queues.NewsletterWishes, Connection = Queues.Connection)] string message, CancellationToken cancellation)
    {
        if (message.Split('/') is not [var id, var key] || SessionId.Parse(id) is not { } session) return;

        if (await attendees.FindAsync(session, key, cancellation) is { WantsNewsletter: true } attendee
            && await subscribers.FindAsync(subscribers.KeyOf(attendee.Email), cancellation) is not { State: SubscriberState.Active })
            await optIn.AskAsync(attendee.Email, Preferences.Invitations, $"Anmeldung zu {session}", message, cancellation);

        await attendees.ForgetWishAsync(session, key, cancellation);
    }
}
