using System.Runtime.CompilerServices;
using ThaffFunctions.MailingList;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns.Expanding;

/// <summary>
/// The deliveries of campaigns to a person, found by the keys under which mailing list and registrations know the address. So they are
/// erased before those. Announcements in which the address stands go on without it.
/// </summary>
sealed class CampaignRecipient(
    CampaignStore campaigns, CampaignDeliveryStore deliveries, Subscribers subscribers, Attendees attendees,
    ProgrammeQuery programme) : IHoldsPersonalData
{
    public async IAsyncEnumerable<PersonalRecord> FindAsync(
        EmailAddress address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var sessions = (await programme.AllAsync(cancellation)).ToDictionary(session => session.Id, session => session.TitleAndDay);
        await foreach (var (partition, recipient) in PlacesAsync(address, cancellation))
            if (await deliveries.FindAsync(partition, recipient, cancellation) is { } row)
                yield return PersonalRecord.Of(Tables.Deliveries, PersonalRecordKind.Mail, row) with
                {
                    About = CampaignRange.OfPartition(partition).Campaign.Session is { } session
                        ? sessions.GetValueOrDefault(session, session.Value) : null,
                };
        await foreach (var row in campaigns.NamingAsync(address, cancellation))
            yield return PersonalRecord.Of(Tables.Campaigns, PersonalRecordKind.Text, row);
    }

    public async Task<string?> EraseAsync(EmailAddress address, CancellationToken cancellation)
    {
        await foreach (var (partition, recipient) in PlacesAsync(address, cancellation))
            await deliveries.EraseAsync(partition, recipient, cancellation);
        await campaigns.EraseAsync(address, cancellation);
        return null;
    }

    async IAsyncEnumerable<(string Partition, string Recipient)> PlacesAsync(
        EmailAddress address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var subscriber = subscribers.KeyOf(address);
        await foreach (var range in campaigns.IdsAsync(cancellation).SelectMany(CampaignRange.Of))
        {
            if (range.Range == CampaignRange.Attendees)
            {
                foreach (var attendee in await attendees.KeysOfAsync(range.Campaign.Session!.Value, address, cancellation))
                    yield return (range.Partition, attendee);
            }
            else if (Subscribers.PartitionOf(subscriber) == range.Range.ToString())
            {
                yield return (range.Partition, subscriber);
            }
        }
    }
}
