using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.MailingList;

/// <summary>
/// What is stored about somebody who stands, stood or wanted to stand on the mailing list. The proof of a consent stays without the address
/// (DSGVO Art. 17(3)e), found again by its hash alone, until its period is over.
/// </summary>
sealed class SubscribedPerson(SubscriberStore subscribers, SubscriberErasureStore rows) : IHoldsPersonalData
{
    const string Proof =
        "Nachweis der Einwilligung, ohne die Adresse (Art. 17 Abs. 3 Buchst. e DSGVO); wird nach der Frist von MailingList__ProofYears gelöscht";

    public IAsyncEnumerable<PersonalRecord> FindAsync(EmailAddress address, CancellationToken cancellation) =>
        rows.RowsOfAsync(subscribers.KeyOf(address), cancellation).Select(row =>
            PersonalRecord.Of(Tables.Subscribers, Delivery.IsRow(row) ? PersonalRecordKind.Mail : PersonalRecordKind.MailingList, row,
                ProofRow.Is(row) ? Proof : null));

    public async Task<string?> EraseAsync(EmailAddress address, CancellationToken cancellation)
    {
        await rows.EraseAsync(subscribers.KeyOf(address), cancellation);
        return null;
    }
}
