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
public sealed class Recipients(
    Subscribers subscribers, Attendees attendees, UnansweredInsights open, ReachedAsAttendees registered, Suppression suppression)
{
    public const string OtherChoice = "Gewählt sind andere Regionen, Branchen oder Schwerpunkte.";
    public const string NoDocumentation = "Hinweise auf Dokumentationen sind nicht gewünscht.";
    public const string OtherConsent = "Eingewilligt ist nur in Einladungen und Hinweise auf Dokumentationen.";
    public const string NoMultiplier = "Nicht als Multiplikator*in eingetragen.";
    public const string NothingOpen = "In den gewählten Branchen und Regionen ist keine Frage und kein Anliegen offen.";

    /// <returns>
    /// The keys of subscribers whose preferences match, or of people registered for the session, each address once; and whether the mail
    /// can reach them, by the rules by which <see cref="ReachCount"/> counts. Of the others the log says why it does not, and staff call
    /// some.
    /// </returns>
    internal async Task<IAsyncEnumerable<(string Key, bool IsReached)>> InAsync(
        CampaignRange range, Campaign campaign, Session? session, CancellationToken cancellation)
    {
        if (range.Range == CampaignRange.Attendees)
            return (await RegisteredAsync(campaign, cancellation))
                .Where(registered => registered.WhyNot != MailPreparation.SameAddress)
                .Select(registered => (registered.Attendee.Key, registered.WhyNot is null)).ToAsyncEnumerable();

        var whyNot = await WhyNotAsSubscriberAsync(campaign, session, cancellation);
        var (others, _) = await registered.FindAsync(campaign, cancellation);
        var left = await suppression.AllAsync(SuppressionScope.MailingList, cancellation, range.Range);
        return subscribers.ActiveAsync(range.Range.ToString(), cancellation).Where(subscriber => whyNot(subscriber) is null)
            .Select(subscriber => (subscriber.Key, !others.Contains(subscriber.Email.Canonical) && !left(subscriber.Email)));
    }

    /// <summary>Those registered for its session whom it goes to, with why a mail does not reach them; null if it does.</summary>
    internal async Task<IReadOnlyList<(Attendee Attendee, string? WhyNot)>> RegisteredAsync(
        Campaign campaign, CancellationToken cancellation)
    {
        var meant = await attendees.InStateAsync(campaign.Id.Session!.Value, campaign.Addressed, cancellation).ToListAsync(cancellation);
        var suppressed = await suppression.AmongAsync(
            meant.Select(attendee => attendee.Email).Where(email => email.HasMailbox).Distinct(), SuppressionScope.Everything,
            cancellation);
        var seen = new HashSet<string>();
        return
        [
            .. meant.Select(attendee => (attendee, !attendee.Email.HasMailbox ? MailPreparation.NoMailbox
                : !seen.Add(attendee.Email.Canonical) ? MailPreparation.SameAddress
                : suppressed.Contains(attendee.Email) ? MailPreparation.IsSuppressed : null)),
        ];
    }

    /// <returns>Tells of a subscriber why the campaign does not go to them; null if it does.</returns>
    internal async Task<Func<Subscriber, string?>> WhyNotAsSubscriberAsync(
        Campaign campaign, Session? session, CancellationToken cancellation)
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
