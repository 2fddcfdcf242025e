using System.Runtime.CompilerServices;
using Azure.Data.Tables;
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
    /// <summary>Rows that are asked for at the same time: nearly all of their time is storage's.</summary>
    const int AtOnce = 16;

    public async IAsyncEnumerable<PersonalRecord> FindAsync(
        EmailAddress address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var sessions = (await programme.AllAsync(cancellation)).ToDictionary(session => session.Id, session => session.TitleAndDay);
        var places = await PlacesAsync(address, reliesOnIndex: true, cancellation);
        foreach (var some in places.Chunk(AtOnce))
        {
            var rows = await Task.WhenAll(some.Select(place => deliveries.FindAsync(place.Partition, place.Recipient, cancellation)));
            foreach (var row in rows.OfType<TableEntity>())
                yield return PersonalRecord.Of(Tables.Deliveries, PersonalRecordKind.Mail, row) with
                {
                    About = CampaignRange.OfPartition(row.PartitionKey).Campaign.Session is { } session
                        ? sessions.GetValueOrDefault(session, session.Value) : null,
                };
        }

        await foreach (var row in campaigns.NamingAsync(address, cancellation))
            yield return PersonalRecord.Of(Tables.Campaigns, PersonalRecordKind.Text, row);
    }

    public async Task<string?> EraseAsync(EmailAddress address, CancellationToken cancellation)
    {
        foreach (var (partition, recipient) in await PlacesAsync(address, reliesOnIndex: false, cancellation))
            await deliveries.EraseAsync(partition, recipient, cancellation);
        await campaigns.EraseAsync(address, cancellation);
        return null;
    }

    /// <summary>Where deliveries to the person may lie. The rows of a session are read once, whatever mailings its attendees got.</summary>
    async Task<IReadOnlyList<(string Partition, string Recipient)>> PlacesAsync(
        EmailAddress address, bool reliesOnIndex, CancellationToken cancellation)
    {
        var subscriber = subscribers.KeyOf(address);
        var ranges = await campaigns.IdsAsync(cancellation).SelectMany(id => CampaignRange.Of(id).ToAsyncEnumerable())
            .ToListAsync(cancellation);
        Dictionary<SessionId, IReadOnlyList<string>> registered = [];
        foreach (var session in ranges.Where(range => range.Range == CampaignRange.Attendees)
            .Select(range => range.Campaign.Session!.Value).Distinct())
            registered[session] = await attendees.KeysOfAsync(session, address, reliesOnIndex, cancellation);
        return
        [
            .. ranges.SelectMany(range => range.Range == CampaignRange.Attendees
                ? registered[range.Campaign.Session!.Value].Select(attendee => (range.Partition, attendee))
                : Subscribers.PartitionOf(subscriber) == range.Range.ToString() ? [(range.Partition, subscriber)] : []),
        ];
    }
}
