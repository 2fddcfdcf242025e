using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;

namespace ThaffFunctions.Campaigns;

/// <summary>
/// Attendees as recipients of a batch: whoever shares an address gets one mail together, which greets them all. The personal link is that
/// of the first.
/// </summary>
sealed class AttendeeRecipients(Attendees attendees, ManageLink managing)
{
    public const string Name = "name";
    public const string Manage = "manage";
    public const string Others = "others";

    const string OthersHaveLinks = "Wer sich diese E-Mail-Adresse mit Ihnen teilt, findet den eigenen Link in der eigenen Bestätigung.";

    public async Task<MailBatch> AddToAsync(MailBatch draft, Session session, IReadOnlyList<Delivery> deliveries,
        CancellationToken cancellation)
    {
        var seated = await attendees.SeatedAsync(session.Id, cancellation).ToListAsync(cancellation);
        var byAddress = seated.OrderBy(attendee => attendee.Place).ToLookup(attendee => attendee.Email.Canonical);
        var addresses = seated.ToDictionary(attendee => attendee.Key, attendee => attendee.Email.Canonical);
        List<BatchRecipient> recipients = [];
        foreach (var delivery in deliveries)
        {
            var address = addresses.GetValueOrDefault(delivery.Recipient)
                ?? (await attendees.FindAsync(session.Id, delivery.Recipient, cancellation))?.Email.Canonical;
            if (address is not null && byAddress[address].Any())
                recipients.Add(await ToAsync([.. byAddress[address]], session, delivery.Id, cancellation));
        }

        return draft with { Recipients = recipients };
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
