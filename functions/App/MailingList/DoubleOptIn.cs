using Microsoft.Extensions.Options;
using ThaffFunctions.Operations.Limits;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.MailingList;

/// <summary>The one way onto the mailing list: somebody asks for an address, and the address itself confirms.</summary>
public sealed class DoubleOptIn(
    SubscriberStore subscribers, RateLimit limit, BackgroundSender sender, IOptions<MailingListOptions> options)
{
    /// <summary>The same for known and unknown addresses; beyond the day's mails nothing happens, and nobody is told.</summary>
    /// <param name="email">Anybody's address.</param>
    /// <param name="preferences">What was chosen.</param>
    /// <param name="askedAt">When.</param>
    /// <param name="askedFrom">Where, in words for the proof of consent.</param>
    /// <param name="occasion">Names this one act; the same act again sends no second mail.</param>
    public async Task AskAsync(EmailAddress email, Preferences preferences, DateTimeOffset askedAt, string askedFrom, string occasion,
        CancellationToken cancellation)
    {
        var allowed = options.Value.MailsPerAddressAndDay;
        if (await limit.TakeAsync("subscription-address", email.Canonical, allowed, TimeSpan.FromDays(1), cancellation) is not null) return;

        var mail = subscribers.DeliveryOf(subscribers.KeyOf(email), occasion);
        var wish = new Wish(preferences, askedAt, askedFrom, ConsentWording.Current.Version);
        await subscribers.AskAsync(email, wish, mail, cancellation);
        sender.Post(Queues.Deliveries, mail.ToString());
    }
}
