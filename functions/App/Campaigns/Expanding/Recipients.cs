using System.Runtime.CompilerServices;
using ThaffFunctions.Campaigns.Digests;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Contacts;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;

namespace ThaffFunctions.Campaigns.Expanding;

/// <summary>To whom a campaign goes, page by page: nobody holds the whole list of subscribers.</summary>
public sealed class Recipients(Subscribers subscribers, Attendees attendees, Suppression suppression, OpenEntries open)
{
    public const string OtherChoice = "Hat andere Regionen, Branchen oder Schwerpunkte gewählt.";
    public const string NoDocumentation = "Wünscht keine Hinweise auf Dokumentationen.";
    public const string OtherConsent = "Hat nur in Einladungen und Hinweise auf Dokumentationen eingewilligt.";
    public const string NoMultiplier = "Gehört nicht zu den Multiplikator*innen.";
    public const string NothingOpen = "Ihre Branchen und Regionen haben keine offenen Fragen und Anliegen.";
    public const string IsRegistered = "Ist zu diesem Termin schon angemeldet.";
    public const string TookPart = "Bekommt diese Nachricht schon, weil die Person zum Termin angemeldet war.";

    /// <returns>The keys of subscribers whose preferences match, or of attendees who have a seat, each address once.</returns>
    internal async Task<IAsyncEnumerable<string>> InAsync(
        CampaignRange range, Campaign campaign, Session? session, CancellationToken cancellation)
    {
        if (range.Range == CampaignRange.Attendees)
            return attendees.SeatedAsync(campaign.Id.Session!.Value, cancellation).DistinctBy(attendee => attendee.Email.Canonical)
                .Select(attendee => attendee.Key);

        var whyNot = await WhyNotAsSubscriberAsync(campaign, session, cancellation);
        return subscribers.ActiveAsync(range.Range.ToString(), cancellation).Where(subscriber => whyNot(subscriber) is null)
            .Select(subscriber => subscriber.Key);
    }

    /// <summary>Addresses of subscribers that this campaign does not reach as such, and why: asked again right before it is sent.</summary>
    public async Task<(IReadOnlySet<string> Addresses, string Why)> NotAsSubscribersAsync(Campaign campaign, CancellationToken cancellation)
    {
        var persons = (campaign.Id.Kind, campaign.Id.Session) switch
        {
            (CampaignKind.Invitation, { } session) => attendees.ExpectedAsync(session, cancellation),
            (CampaignKind.FollowUp, { } session) => attendees.SeatedAsync(session, cancellation),
            _ => AsyncEnumerable.Empty<Attendee>(),
        };
        var addresses = await persons.Select(person => person.Email.Canonical).ToHashSetAsync(StringComparer.Ordinal, cancellation);
        return (addresses, campaign.Id.Kind == CampaignKind.Invitation ? IsRegistered : TookPart);
    }

    /// <summary>Goes through everybody whom it could reach: how many it does, and why not the others.</summary>
    /// <param name="campaign">Which.</param>
    /// <param name="session">What it is about.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="most">Stops after so many people.</param>
    public async Task<CampaignReach> CountAsync(
        Campaign campaign, Session? session, CancellationToken cancellation, int most = int.MaxValue)
    {
        var (reached, seen) = (0, 0);
        var leftOut = new Dictionary<string, int>();
        await foreach (var why in WhyNotAsync(campaign, session, cancellation))
        {
            if (seen++ == most) return new(reached, leftOut, IsComplete: false);
            if (why is null) reached++;
            else leftOut[why] = leftOut.GetValueOrDefault(why) + 1;
        }

        return new(reached, leftOut, IsComplete: true);
    }

    async IAsyncEnumerable<string?> WhyNotAsync(
        Campaign campaign, Session? session, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var ranges = CampaignRange.AllOf(campaign.Id);
        if (ranges.Contains(CampaignRange.Attendees))
        {
            var seen = new HashSet<string>();
            var seated = await attendees.SeatedAsync(campaign.Id.Session!.Value, cancellation).ToListAsync(cancellation);
            var suppressed = await suppression.AmongAsync(
                seated.Select(attendee => attendee.Email).Where(email => email.HasMailbox).Distinct(), SuppressionScope.Everything,
                cancellation);
            foreach (var attendee in seated)
                yield return !attendee.Email.HasMailbox ? MailPreparation.NoMailbox
                    : !seen.Add(attendee.Email.Canonical) ? MailPreparation.SameAddress
                    : suppressed.Contains(attendee.Email) ? MailPreparation.IsSuppressed : null;
        }

        var (others, whyOthers) = await NotAsSubscribersAsync(campaign, cancellation);
        var left = await suppression.AllAsync(SuppressionScope.MailingList, cancellation);
        var whyNot = await WhyNotAsSubscriberAsync(campaign, session, cancellation);
        foreach (var range in ranges.Where(range => range != CampaignRange.Attendees))
            await foreach (var subscriber in subscribers.ActiveAsync(range.ToString(), cancellation))
                yield return whyNot(subscriber) is { } why ? why
                    : others.Contains(subscriber.Email.Canonical) ? whyOthers
                    : left(subscriber.Email) ? MailPreparation.IsSuppressed : null;
    }

    async Task<Func<Subscriber, string?>> WhyNotAsSubscriberAsync(Campaign campaign, Session? session, CancellationToken cancellation)
    {
        if (campaign.Id.Kind != CampaignKind.Digest) return subscriber => WhyNot(subscriber, campaign, session);

        var entries = await open.AllAsync(cancellation);
        return subscriber => subscriber.Contact is not { Kind: ContactKind.Multiplier } ? NoMultiplier
            : !subscriber.TakesAnnouncements ? OtherConsent
            : entries.Any(entry => entry.Concerns(subscriber.Preferences)) ? null : NothingOpen;
    }

    static string? WhyNot(Subscriber subscriber, Campaign campaign, Session? session) =>
        campaign.Id.Kind == CampaignKind.Announcement && !subscriber.TakesAnnouncements ? OtherConsent
        : Wants(subscriber.Preferences, campaign, session) ? null
        : campaign.Id.Kind == CampaignKind.FollowUp ? NoDocumentation : OtherChoice;

    static bool Wants(Preferences preferences, Campaign campaign, Session? session) => campaign.Id.Kind switch
    {
        CampaignKind.FollowUp => preferences.Documentation,
        CampaignKind.Announcement => preferences.Include(campaign.Announcement!.Segment),
        _ => session is not null && preferences.Include(Audience.Of(session)),
    };
}
