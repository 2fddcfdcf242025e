using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;

namespace ThaffFunctions.Campaigns;

/// <summary>
/// Attendees as recipients of a batch: whoever shares an address gets one mail together, which greets them all. The personal link is that
/// of the first.
/// </summary>
sealed class AttendeeRecipients(Attendees attendees, ManageLink managing, EntryAgain entries)
{
    public const string Name = "name";
    public const string Manage = "manage";
    public const string Others = "others";

    const string OthersHaveLinks = "Wer sich diese E-Mail-Adresse mit Ihnen teilt, findet den eigenen Link in der eigenen Bestätigung.";

    public async Task<MailBatch> AddToAsync(MailBatch draft, Session session, IReadOnlyList<Delivery> deliveries,
        CancellationToken cancellation)
    {
        List<BatchRecipient> recipients = [];
        foreach (var (delivery, together) in await SharingAsync(session, deliveries, cancellation))
            recipients.Add(await ToAsync(together, session, delivery.Id, cancellation));
        return draft with { Recipients = recipients };
    }

    /// <summary>
    /// The same, but whose calendar entry has changed since it was mailed last gets it again, in a mail of their own: an attachment belongs
    /// to all recipients of a request.
    /// </summary>
    public async Task<MailBatch> AddWithEntriesAsync(MailBatch draft, Session session, IReadOnlyList<Delivery> deliveries,
        CancellationToken cancellation)
    {
        var changed = (await SharingAsync(session, deliveries, cancellation))
            .Where(some => some.Together.Any(attendee => EntryAgain.IsDue(attendee, session, some.Delivery.Id.ToString()))).ToList();
        if (changed is []) return await AddToAsync(draft, session, deliveries, cancellation);
        if (changed.Count < deliveries.Count)
        {
            var later = changed.Select(some => some.Delivery.Id).ToHashSet();
            var others = deliveries.Where(delivery => !later.Contains(delivery.Id)).ToList();
            return await AddToAsync(draft, session, others, cancellation) with { Later = later };
        }

        var (first, together) = changed[0];
        return await AddToAsync(draft, session, [first], cancellation) with
        {
            Calendar = await entries.TakeAsync(together, session, first.Id.ToString(), cancellation),
            Later = deliveries.Select(delivery => delivery.Id).Where(id => id != first.Id).ToHashSet(),
        };
    }

    /// <summary>Everybody with a seat at the address of each delivery; without those at whose address nobody has one any more.</summary>
    async Task<IReadOnlyList<(Delivery Delivery, IReadOnlyList<Attendee> Together)>> SharingAsync(
        Session session, IReadOnlyList<Delivery> deliveries, CancellationToken cancellation)
    {
        var seated = await attendees.SeatedAsync(session.Id, cancellation).ToListAsync(cancellation);
        var byAddress = seated.OrderBy(attendee => attendee.Place).ToLookup(attendee => attendee.Email.Canonical);
        var addresses = seated.ToDictionary(attendee => attendee.Key, attendee => attendee.Email.Canonical);
        List<(Delivery, IReadOnlyList<Attendee>)> sharing = [];
        foreach (var delivery in deliveries)
        {
            var address = addresses.GetValueOrDefault(delivery.Recipient)
                ?? (await attendees.FindAsync(session.Id, delivery.Recipient, cancellation))?.Email.Canonical;
            if (address is not null && byAddress[address].Any()) sharing.Add((delivery, [.. byAddress[address]]));
        }

        return sharing;
    }

    async Task<BatchRecipient> ToAsync(IReadOnlyList<Attendee> together, Session session, DeliveryId delivery,
        CancellationToken cancellation)
    {
        List<string> names = [];
        foreach (var attendee in together)
            if (await attendees.MailNameAsync(attendee, cancellation) is { } name) names.Add(name);
        return new(delivery, together[0].Email, names is [var only] ? only : null, new Dictionary<string, string>
        {
            [Name] = names is [] ? "" : $" {string.Join(" und ", names)}",
            [Manage] = managing.For(session, together[0].Key).AbsoluteUri,
            [Others] = together.Count > 1 ? OthersHaveLinks : "",
        });
    }
}
