using ThaffFunctions.Mail;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.MailingList.Figures;
using ThaffFunctions.Shared;

namespace ThaffFunctions.MailingList;

/// <summary>For other slices: who gets what the mailing list sends, and why they may.</summary>
public sealed class Subscribers(SubscriberStore store, ConfirmedAddresses confirmed, ListFiguresStore figures)
{
    public string KeyOf(EmailAddress email) => store.KeyOf(email);

    /// <inheritdoc cref="SubscriberStore.PartitionOf"/>
    public static string PartitionOf(string key) => SubscriberStore.PartitionOf(key);

    /// <inheritdoc cref="SubscriberStore.ActiveAsync(string, CancellationToken)"/>
    public IAsyncEnumerable<Subscriber> ActiveAsync(string partition, CancellationToken cancellation) =>
        store.ActiveAsync(partition, cancellation);

    /// <inheritdoc cref="SubscriberStore.ActiveAsync(string, IEnumerable{string}, CancellationToken)"/>
    public Task<IReadOnlyDictionary<string, Subscriber>> ActiveAsync(string partition, IEnumerable<string> keys,
        CancellationToken cancellation) =>
        store.ActiveAsync(partition, keys, cancellation);

    public Task<Subscriber?> FindAsync(string key, CancellationToken cancellation) => store.FindAsync(key, cancellation);

    /// <summary>Whether the list had multipliers when it was counted last.</summary>
    public async Task<bool> HasMultipliersAsync(CancellationToken cancellation) =>
        await figures.FindAsync(cancellation) is { Multipliers: > 0 };

    /// <summary>
    /// Adds an address whose consent was given elsewhere. An address that is known already, even if it has left, is not changed.
    /// </summary>
    public async Task AddConfirmedAsync(EmailAddress email, Preferences preferences, Consent consent, CancellationToken cancellation)
    {
        await confirmed.AddAsync(email, cancellation);
        await store.TryAddAsync(
            new(store.KeyOf(email), email, SubscriberState.Active, preferences)
            {
                TakesAnnouncements = ConsentWording.CoversAnnouncements(consent.Text),
            },
            consent, cancellation);
    }

    /// <summary>The proofs of all consents of an address; null if the list knows nothing of it.</summary>
    public async Task<ConsentProof?> ProofAsync(EmailAddress email, CancellationToken cancellation) =>
        await store.FindAsync(store.KeyOf(email), cancellation) is { } subscriber
            ? new(subscriber.Email, subscriber.State, subscriber.LeftAt, await store.ConsentsAsync(subscriber.Key, cancellation))
            : null;
}
