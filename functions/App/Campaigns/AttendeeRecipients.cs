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

    /// <summary>Where to be, and the way there: only in sessions with seats on site and online.</summary>
    public const string Venue = "venue", Way = "way", WayCalled = "way-called", WayNote = "way-note";

    const string OthersHaveLinks = "Wer sich diese E-Mail-Adresse mit Ihnen teilt, findet den eigenen Link in der eigenen Bestätigung.";

    public const string LinkIsPersonal = "Dieser Zugang ist für Angemeldete bestimmt; bitte geben Sie ihn nicht weiter.";

    /// <param name="draft">The mail.</param>
    /// <param name="session">Whose attendees get it.</param>
    /// <param name="deliveries">The rows.</param>
    /// <param name="about">What staff are to tell by telephone who has no address; null for what they need not hear.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<MailBatch> AddToAsync(MailBatch draft, Session session, IReadOnlyList<Delivery> deliveries, string? about,
        CancellationToken cancellation) =>
        await AddAsync(draft, session, await SharingAsync(session, deliveries, cancellation), about, cancellation);

    /// <summary>
    /// The same, but whose calendar entry has changed since it was mailed last gets it again, in a mail of their own: an attachment belongs
    /// to all recipients of a request.
    /// </summary>
    public async Task<MailBatch> AddWithEntriesAsync(MailBatch draft, Session session, IReadOnlyList<Delivery> deliveries, string? about,
        CancellationToken cancellation)
    {
        var all = await SharingAsync(session, deliveries, cancellation);
        var changed = all.Where(some => some.Together[0].Email.HasMailbox)
            .Where(some => some.Together.Any(attendee => EntryAgain.IsDue(attendee, session))).ToList();
        if (changed.Count < deliveries.Count)
        {
            var later = changed.Select(some => some.Delivery.Id).ToHashSet();
            var others = all.Where(some => !later.Contains(some.Delivery.Id));
            return await AddAsync(draft, session, others, about, cancellation) with { Later = later };
        }

        var (first, together) = changed[0];
        return await AddAsync(draft, session, [changed[0]], about, cancellation) with
        {
            Calendar = await entries.ForAsync(together, session, cancellation),
            WhenAccepted = () => entries.NoteAsync(together, session, first.Id.ToString()),
            Later = deliveries.Select(delivery => delivery.Id).Where(id => id != first.Id).ToHashSet(),
        };
    }

    async Task<MailBatch> AddAsync(
        MailBatch draft,
        Session session,
        IEnumerable<(Delivery Delivery, IReadOnlyList<Attendee> Together)> sharing,
        string? about,
        CancellationToken cancellation)
    {
        List<BatchRecipient> recipients = [];
        foreach (var (delivery, together) in sharing) recipients.Add(await ToAsync(together, session, delivery.Id, cancellation) with
        {
            WithoutMailbox = about is null ? null : stop => attendees.CallAsync(together[0], about, stop),
        });
        return draft with { Recipients = recipients };
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
        var values = new Dictionary<string, string>
        {
            [Name] = names is [] ? "" : $" {string.Join(" und ", names)}",
            [Manage] = managing.For(session, together[0].Key).AbsoluteUri,
            [Others] = together.Count > 1 ? OthersHaveLinks : "",
        };
        if (session.SeatsOnline is not null)
        {
            var modes = together.Select(attendee => attendee.Mode).Distinct().Order().ToList();
            foreach (var (name, value) in WayOf(session, modes)) values[name] = value;
        }

        return new(delivery, together[0].Email, names is [var only] ? only : null, values);
    }

    /// <summary>
    /// Who shares an address may take part in both ways: then the mail names both, and its link is the one that nobody finds elsewhere.
    /// </summary>
    public static IEnumerable<(string Name, string Value)> WayOf(Session session, IReadOnlyList<AttendanceMode> modes)
    {
        yield return (Venue, string.Join(" und ", modes.Select(mode => session.As(mode).Venue)));
        var isOnline = modes.Contains(AttendanceMode.Online) && session.OnlineLink is not null;
        yield return (Way, isOnline ? session.OnlineLink!.AbsoluteUri : session.MapLink!.AbsoluteUri);
        yield return (WayCalled, isOnline ? "Zur Online-Teilnahme" : "Ort auf der Karte ansehen");
        yield return (WayNote, isOnline ? LinkIsPersonal : session.Directions);
    }
}
