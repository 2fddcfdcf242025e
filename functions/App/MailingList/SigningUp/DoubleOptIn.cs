using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.MailingList.SigningUp;

/// <summary>
/// The way onto the mailing list for who cannot show a consent: somebody asks for an address, and the address itself confirms,
/// within <see cref="MailingListOptions.ConfirmationDays"/>.
/// </summary>
public sealed class DoubleOptIn(SubscriberStore subscribers, BackgroundSender sender)
{
    /// <summary>
    /// The same calls to storage for known and unknown addresses. Beyond the day's mails the request is kept all the same: any of these
    /// mails confirms it.
    /// </summary>
    /// <param name="email">Anybody's address.</param>
    /// <param name="preferences">What was chosen.</param>
    /// <param name="askedAt">When.</param>
    /// <param name="askedFrom">Where, in words for the proof of consent.</param>
    /// <param name="language">In which mail and page ask.</param>
    /// <param name="occasion">Names this one act; the same act again sends no second mail.</param>
    public async Task AskAsync(EmailAddress email, Preferences preferences, DateTimeOffset askedAt, string askedFrom, Language language,
        string occasion, CancellationToken cancellation)
    {
        var mail = subscribers.DeliveryOf(subscribers.KeyOf(email), occasion);
        var request = new SubscriptionRequest(preferences, askedAt, askedFrom, ConsentWording.CurrentIn(language).Version);
        if (await subscribers.AskAsync(email, request, mail, cancellation)) sender.Post(Queues.Deliveries, mail.ToString());
    }

    /// <summary>Staff have the mail sent once more to an address that was asked and lost it.</summary>
    /// <param name="key">The subscriber's.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False if nothing waits to be confirmed; null if the day's mails to this address are used up.</returns>
    public async Task<bool?> AskAgainAsync(string key, CancellationToken cancellation)
    {
        var mail = subscribers.DeliveryOf(key, Guid.NewGuid().ToString());
        var isAsked = await subscribers.AskAgainAsync(key, mail, cancellation);
        if (isAsked == true) sender.Post(Queues.Deliveries, mail.ToString());
        return isAsked;
    }
}
