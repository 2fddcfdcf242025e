using System.Runtime.CompilerServices;
using ThaffFunctions.Campaigns.FollowUps;
using ThaffFunctions.Documentation;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.MailingList;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Campaigns.Expanding;

/// <summary>Counts whom a campaign reaches before it goes out, for those who decide on it.</summary>
public sealed class ReachCount(
    Recipients recipients, ReachedAsAttendees registered, Subscribers subscribers, Suppression suppression,
    DocumentationQuery documentation)
{
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
        var whyNobody = campaign.Id.Kind == CampaignKind.FollowUp && session is not null
            && !await documentation.IsPublicAsync(session.Id, cancellation) ? FollowUpMail.NotPublic : null;
        await foreach (var whyNot in WhyNotAsync(campaign, session, cancellation))
        {
            if (seen++ == most) return new(reached, leftOut, IsComplete: false);
            if ((whyNobody ?? whyNot) is not { } why) reached++;
            else leftOut[why] = leftOut.GetValueOrDefault(why) + 1;
        }

        return new(reached, leftOut, IsComplete: true);
    }

    async IAsyncEnumerable<string?> WhyNotAsync(
        Campaign campaign, Session? session, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var ranges = CampaignRange.AllOf(campaign.Id);
        if (ranges.Contains(CampaignRange.Attendees))
            foreach (var (_, why) in await recipients.RegisteredAsync(campaign, cancellation)) yield return why;

        var (others, whyOthers) = await registered.FindAsync(campaign, cancellation);
        var left = await suppression.AllAsync(SuppressionScope.MailingList, cancellation);
        var whyNot = await recipients.WhyNotAsSubscriberAsync(campaign, session, cancellation);
        foreach (var range in ranges.Where(range => range != CampaignRange.Attendees))
            await foreach (var subscriber in subscribers.ActiveAsync(range.ToString(), cancellation))
                yield return whyNot(subscriber) is { } why ? why
                    : others.Contains(subscriber.Email.Canonical) ? whyOthers
                    : left(subscriber.Email) ? MailPreparation.IsSuppressed : null;
    }
}
