using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Mails;
using ThaffFunctions.Registration.Managing;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Campaigns.Expanding;

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

    static readonly Bilingual OthersHaveLinks = new(
        "Wer sich diese E-Mail-Adresse mit Ihnen teilt, findet den eigenen Link in der eigenen Bestätigung.",
        "Anyone who shares this e-mail address with you will find their own link in their own confirmation.");

    public static readonly Bilingual LinkIsPersonal = new(
        "Dieser Zugang ist für Angemeldete bestimmt; bitte geben Sie ihn nicht weiter.",
        "This access is for registered participants only; please do not pass it on.");

    /// <summary>In the language of the first of them; who registered in the other gets another batch.</summary>
    /// <param name="draftIn">The mail in a language.</param>
    /// <param name="session">Whose attendees get it.</param>
    /// <param name="deliveries">The rows.</param>
    /// <param name="about">What staff are to tell by telephone who has no address; null for what they need not hear.</param>
    /// <param name="state">Who stands otherwise by now does not get it.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<MailBatch> AddInTheirLanguageAsync(
        Func<Language, Task<MailBatch>> draftIn, Session session, IReadOnlyList<Delivery> deliveries, string? about,
        AttendeeState state, CancellationToken cancellation)
    {
        var (language, same, others) = InOneLanguage(await SharingAsync(session, deliveries, state, cancellation));
        return await AddAsync(await draftIn(language), session, same, language, about, cancellation) with { Later = others };
    }

    /// <summary>
    /// The same, but a recipient whose calendar entry is outdated gets a separate mail with the new one: an attachment belongs to all
    /// recipients of a request. The first batch holds all others, each later batch one such recipient.
    /// </summary>
    /// <param name="draftIn">The mail in a language.</param>
    /// <param name="session">Whose attendees get it.</param>
    /// <param name="deliveries">The rows.</param>
    /// <param name="about">What staff are to tell by telephone who has no address.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<MailBatch> AddWithEntriesAsync(
        Func<Language, Task<MailBatch>> draftIn, Session session, IReadOnlyList<Delivery> deliveries, string about,
        CancellationToken cancellation)
    {
        var (language, same, inOther) = InOneLanguage(await SharingAsync(session, deliveries, AttendeeState.Seated, cancellation));
        var draft = await draftIn(language);
        var changed = same.Where(some => some.Together[0].Email.HasMailbox)
            .Where(some => some.Together.Any(attendee => EntryAgain.IsDue(attendee, session))).ToList();
        if (changed.Count < deliveries.Count - inOther.Count)
        {
            var later = changed.Select(some => some.Delivery.Id).Concat(inOther).ToHashSet();
            var others = same.Where(some => !later.Contains(some.Delivery.Id));
            return await AddAsync(draft, session, others, language, about, cancellation) with { Later = later };
        }

        var (first, together) = changed[0];
        return await AddAsync(draft, session, [changed[0]], language, about, cancellation) with
        {
            Calendar = await entries.ForAsync(together, session, cancellation),
            WhenAccepted = () => entries.NoteAsync(together, session, first.Id.ToString()),
            Later = deliveries.Select(delivery => delivery.Id).Where(id => id != first.Id).ToHashSet(),
        };
    }

    /// <summary>Who shares an address gets the language of the first of them.</summary>
    static (Language Language, IReadOnlyList<(Delivery Delivery, IReadOnlyList<Attendee> Together)> Same, HashSet<DeliveryId> Others)
        InOneLanguage(IReadOnlyList<(Delivery Delivery, IReadOnlyList<Attendee> Together)> all)
    {
        var language = all is [var first, ..] ? first.Together[0].Language : Language.German;
        var same = all.Where(some => some.Together[0].Language == language).ToList();
        return (language, same, [.. all.Except(same).Select(some => some.Delivery.Id)]);
    }

    async Task<MailBatch> AddAsync(
        MailBatch draft,
        Session session,
        IEnumerable<(Delivery Delivery, IReadOnlyList<Attendee> Together)> sharing,
        Language language,
        string? about,
        CancellationToken cancellation)
    {
        List<BatchRecipient> recipients = [];
        foreach (var (delivery, together) in sharing)
        {
            recipients.Add(await ToAsync(together, session, delivery.Id, language, cancellation) with
            {
                WithoutMailbox = about is null ? null : stop => attendees.CallAsync(together[0], delivery.Id, about, stop),
            });
        }

        return draft with { Recipients = recipients };
    }

    /// <summary>Everybody who stands so at the address of each delivery; without those at whose address nobody does any more.</summary>
    async Task<IReadOnlyList<(Delivery Delivery, IReadOnlyList<Attendee> Together)>> SharingAsync(
        Session session, IReadOnlyList<Delivery> deliveries, AttendeeState state, CancellationToken cancellation)
    {
        var meant = await attendees.InStateAsync(session.Id, state, cancellation).ToListAsync(cancellation);
        var byAddress = meant.OrderBy(attendee => attendee.Place).ToLookup(attendee => attendee.Email.Canonical);
        var addresses = meant.ToDictionary(attendee => attendee.Key, attendee => attendee.Email.Canonical);
        List<(Delivery, IReadOnlyList<Attendee>)> sharing = [];
        foreach (var delivery in deliveries)
        {
            var address = addresses.GetValueOrDefault(delivery.Recipient)
                ?? (await attendees.FindAsync(session.Id, delivery.Recipient, cancellation))?.Email.Canonical;
            if (address is not null && byAddress[address].Any()) sharing.Add((delivery, [.. byAddress[address]]));
        }

        return sharing;
    }

    async Task<BatchRecipient> ToAsync(IReadOnlyList<Attendee> together, Session session, DeliveryId delivery, Language language,
        CancellationToken cancellation)
    {
        List<string> names = [];
        foreach (var attendee in together)
            if (await attendees.MailNameAsync(attendee, cancellation) is { } name) names.Add(name);
        var values = new Dictionary<string, string>
        {
            [Name] = names is [] ? "" : $" {language.Listed(names)}",
            [Manage] = managing.For(session, together[0]).AbsoluteUri,
            [Others] = together.Count > 1 ? language.Say(OthersHaveLinks) + " " : "",
        };
        if (session.SeatsOnline is not null)
        {
            var modes = together.Select(attendee => attendee.Mode).Distinct().Order().ToList();
            foreach (var (name, value) in WayOf(session, modes, language)) values[name] = value;
        }

        return new(delivery, together[0].Email, names is [var only] ? only : null, values);
    }

    /// <summary>
    /// Who shares an address may take part in both ways: then the mail names both, and its link is the one that nobody finds elsewhere.
    /// </summary>
    public static IEnumerable<(string Name, string Value)> WayOf(
        Session session, IReadOnlyList<AttendanceMode> modes, Language language)
    {
        yield return (Venue, language.Listed([.. modes.Select(mode => session.As(mode).VenueIn(language))]));
        var isOnline = modes.Contains(AttendanceMode.Online) && session.OnlineLink is not null;
        yield return (Way, isOnline ? session.OnlineLink!.AbsoluteUri : session.MapLink!.AbsoluteUri);
        yield return (WayCalled, isOnline
            ? language.Say("Zur Online-Teilnahme", "Take part online")
            : language.Say("Ort auf der Karte ansehen", "See the venue on the map"));
        yield return (WayNote, isOnline ? language.Say(LinkIsPersonal) : session.Directions);
    }
}
