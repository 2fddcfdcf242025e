using ThaffFunctions.Shared;

namespace ThaffFunctions.MailingList;

/// <summary>For other slices: who gets what the mailing list sends.</summary>
public sealed class Subscribers(SubscriberStore store, TimeProvider clock)
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

    /// <summary>
    /// Adds an address whose consent was given elsewhere. An address that is known already, even if it has left, is not changed.
    /// </summary>
    public Task AddConfirmedAsync(EmailAddress email, Preferences preferences, string via, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var wish = new Wish(preferences, now, via, ConsentWording.Current.Version);
        return store.AddUnlessKnownAsync(Subscriber.Asking(store.KeyOf(email), email, wish).Confirm(now, via), cancellation);
    }
}
