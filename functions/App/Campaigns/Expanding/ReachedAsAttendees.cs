using ThaffFunctions.Registration;

namespace ThaffFunctions.Campaigns.Expanding;

/// <summary>
/// Whom a campaign need not reach as subscribers, because they are registered for the session that it is about: asked when people are
/// counted, and again right before it is sent.
/// </summary>
public sealed class ReachedAsAttendees(Attendees attendees)
{
    public const string IsRegistered = "Zu diesem Termin schon angemeldet.";
    public const string TookPart = "Zum Termin angemeldet gewesen und deshalb schon erreicht.";

    /// <returns>Their addresses, and why it does not go to them as subscribers.</returns>
    public async Task<(IReadOnlySet<string> Addresses, string Why)> FindAsync(Campaign campaign, CancellationToken cancellation)
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
}
