using System.Runtime.CompilerServices;
using ThaffFunctions.MailingList;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns;

/// <summary>
/// The deliveries of campaigns to a person, found by the keys under which mailing list and registrations know the address. So they are
/// erased before those.
/// </summary>
sealed class CampaignRecipient(
    CampaignStore campaigns, CampaignDeliveryStore deliveries, Subscribers subscribers, Attendees attendees) : IHoldsPersonalData
{
    public async IAsyncEnumerable<PersonalRecord> FindAsync(
        EmailAddress address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (partition, recipient) in PlacesAsync(address, cancellation))
            if (await deliveries.FindAsync(partition, recipient, cancellation) is { } row)
                yield return PersonalRecord.Of(Tables.Deliveries, row);
    }

    public async Task<string?> EraseAsync(EmailAddress address, CancellationToken cancellation)
    {
        await foreach (var (partition, recipient) in PlacesAsync(address, cancellation))
            await deliveries.EraseAsync(partition, recipient, cancellation);
        return null;
    }

    async IAsyncEnumerable<(string Partition, string Recipient)> PlacesAsync(
        EmailAddress address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var subscriber = subscribers.KeyOf(address);
        await foreach (var id in campaigns.IdsAsync(cancellation))
        {
            if (id.IsInvitation)
            {
                yield return (CampaignDeliveryStore.PartitionOf(id, Subscribers.PartitionOf(subscriber)), subscriber);
                continue;
            }

            foreach (var attendee in await attendees.KeysOfAsync(id.Session, address, cancellation))
                foreach (var part in new CampaignRange(id, CampaignRange.AllOf(id)[0]).Partitions)
                    yield return (CampaignDeliveryStore.PartitionOf(id, part), attendee);
        }
    }
}
