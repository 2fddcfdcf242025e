using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Mail;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.MailingList.SigningUp;

/// <summary>
/// Somebody ticked the newsletter when registering: the same double opt-in as from the page. Who gets it already is not asked again.
/// </summary>
public sealed class SubscribeAttendee(Attendees attendees, SubscriberStore subscribers, Suppression suppression, DoubleOptIn optIn)
{
    [Function(nameof(SubscribeAttendee))]
    public async Task Run([QueueTrigger(Queues.NewsletterRequests, Connection = Queues.Connection)] string message,
        CancellationToken cancellation)
    {
        var (session, key) = RegistrationId.Parse(message);
        if (await attendees.FindNewsletterRequestAsync(session, key, cancellation) is { } request
            && await attendees.FindAsync(session, key, cancellation) is { } attendee && !await GetsItAsync(attendee.Email, cancellation))
            await optIn.AskAsync(attendee.Email, Preferences.Invitations, request.AskedAt, $"Anmeldung zu {session}, {request.AskedFrom}",
                attendee.Language, message, cancellation);

        await attendees.ForgetNewsletterRequestAsync(session, key, cancellation);
    }

    /// <summary>Who stands on the list may have told their mail program to keep it away; ticking it now is a new request.</summary>
    async Task<bool> GetsItAsync(EmailAddress email, CancellationToken cancellation) =>
        await subscribers.FindAsync(subscribers.KeyOf(email), cancellation) is { State: SubscriberState.Active }
        && !await suppression.IsSuppressedAsync(email, SuppressionScope.MailingList, cancellation);
}
