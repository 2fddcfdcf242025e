using ThaffFunctions.MailingList;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;

namespace ThaffFunctions.Campaigns;

/// <summary>To whom a campaign goes, page by page: nobody holds the whole list.</summary>
public sealed class Recipients(Subscribers subscribers, Attendees attendees)
{
    /// <returns>The keys of subscribers whose preferences match, or of attendees who have a seat.</returns>
    public IAsyncEnumerable<string> In(string partition, CampaignId campaign, Session session, CancellationToken cancellation) =>
        campaign.IsInvitation
        ? subscribers.ActiveAsync(partition, cancellation).Where(subscriber => subscriber.Preferences.Include(session.Region))
        .Select(subscriber => subscriber.Key)
        : attendees.SeatedAsync(session.Id, cancellation).Select(attendee => attendee.Key);
}
