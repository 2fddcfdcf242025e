using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.MailingList;

/// <summary>
/// Table subscribers. A row is found by the hash of its address; partitions are the first two characters of the hash, 256 in all, so that a
/// campaign expands in parallel. A sign-up's delivery row and a subscriber's consents stand in the subscriber's partition and are written
/// together with it.
/// </summary>
public sealed class SubscriberStore(
    TableServiceClient tables, StoredReader reader, OpenPartitions open, RowKeyHash hash, TimeProvider clock)
{
    /// <summary>An entity-group transaction holds at most 100 rows (Azure Table Storage).</summary>
    const int MostRows = 100;

    readonly TableClient table = tables.GetTableClient(Tables.Subscribers);

    public string KeyOf(EmailAddress email) => hash.Of(email.Canonical);

    public static string PartitionOf(string key) => key[..2];

    /// <param name="key">The subscriber's.</param>
    /// <param name="occasion">What caused the mail; the same occasion names the same mail.</param>
    public DeliveryId DeliveryOf(string key, string occasion) =>
        new(Tables.Subscribers, PartitionOf(key), Delivery.RowPrefix + hash.Of(key, occasion));

    public async Task<Subscriber?> FindAsync(string key, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(PartitionOf(key), key, cancellationToken: cancellation);
        return row.HasValue ? reader.Read(table, row.Value!, SubscriberRow.Read) : null;
    }

    /// <summary>The active subscribers of one partition, page by page, in the order of their keys.</summary>
    public IAsyncEnumerable<Subscriber> ActiveAsync(string partition, CancellationToken cancellation)
    {
        var active = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and State eq {nameof(SubscriberState.Active)}");
        return reader.ReadAllAsync(
            table, table.QueryAsync<TableEntity>(active, cancellationToken: cancellation), SubscriberRow.Read, cancellation);
    }

    /// <summary>Those of the keys, all of one partition, that are active.</summary>
    public async Task<IReadOnlyDictionary<string, Subscriber>> ActiveAsync(string partition, IEnumerable<string> keys,
        CancellationToken cancellation)
    {
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        var between = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey ge {wanted.Min() ?? ""} and RowKey le {wanted.Max() ?? ""} and State eq {nameof(SubscriberState.Active)}");
        var rows = table.QueryAsync<TableEntity>(between, cancellationToken: cancellation).Where(row => wanted.Contains(row.RowKey));
        return await reader.ReadAllAsync(table, rows, SubscriberRow.Read, cancellation)
            .ToDictionaryAsync(subscriber => subscriber.Key, cancellationToken: cancellation);
    }

    /// <summary>
    /// Keeps the wish and the mail that asks to confirm it, in one transaction. A mail that is there already changes nothing.
    /// </summary>
    public async Task AskAsync(EmailAddress email, Wish wish, DeliveryId mail, CancellationToken cancellation)
    {
        await open.OpenAsync(mail.Table, mail.Partition, cancellation);
        await Overtaken.DecideAgainAsync(() => TryAskAsync(KeyOf(email), email, wish, mail, cancellation), cancellation);
    }

    /// <summary>Makes the wish count and adds its proof, in one transaction. Doing it twice changes nothing.</summary>
    /// <param name="key">The subscriber's.</param>
    /// <param name="consentTo">The proof for the wish as it is now; null if it is not the one that was confirmed.</param>
    /// <param name="cancellation">Gives up between two tries.</param>
    public Task ConfirmAsync(string key, Func<Wish, Consent?> consentTo, CancellationToken cancellation) => Overtaken.DecideAgainAsync(
        async () =>
        {
            if (await FindAsync(key, cancellation) is not { Wish: { } wish } asked || consentTo(wish) is not { } consent) return;

            await table.SubmitTransactionAsync([Put(asked.Confirm()), Add(key, consent)], cancellation);
        },
        cancellation);

    /// <summary>All consents of one subscriber, the earliest first.</summary>
    public async Task<IReadOnlyList<Consent>> ConsentsAsync(string key, CancellationToken cancellation) =>
        await reader.ReadAllAsync(table, ConsentRowsAsync(key, cancellation), ConsentRow.Read, cancellation).ToListAsync(cancellation);

    public Task LeaveAsync(string key, CancellationToken cancellation) =>
        ChangeAsync(key, subscriber => subscriber.Leave(clock.GetUtcNow()), cancellation);

    /// <summary>Does nothing if the address is known already, even if it has left: only its owner changes that.</summary>
    public async Task AddUnlessKnownAsync(Subscriber subscriber, Consent consent, CancellationToken cancellation)
    {
        try
        {
            await table.SubmitTransactionAsync([Put(subscriber), Add(subscriber.Key, consent)], cancellation);
        }
        catch (TableTransactionFailedException known) when (known.Status == 409)
        {
        }
    }

    /// <summary>Erases what nobody confirmed, and the record of the mails that asked for it.</summary>
    /// <param name="before">Asked for earlier than this.</param>
    /// <returns>How many sign-ups were erased.</returns>
    public async Task<int> EraseUnconfirmedAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var erased = 0;
        var longAgo = TableClient.CreateQueryFilter($"WishAskedAt lt {before} or QueuedAt lt {before}");
        await foreach (var row in table.QueryAsync<TableEntity>(longAgo, cancellationToken: cancellation))
        {
            var isDelivery = row.RowKey.StartsWith(Delivery.RowPrefix, StringComparison.Ordinal);
            if (isDelivery) await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
            else if (reader.TryRead(table, row, SubscriberRow.Read, out var old) && await EraseWishAsync(old, cancellation)) erased++;
        }

        return erased;
    }

    /// <summary>Erases who left before this and has not asked to come back, with the proofs of their consents.</summary>
    public async Task<int> EraseLeftAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var erased = 0;
        var left = TableClient.CreateQueryFilter($"State eq {nameof(SubscriberState.Left)} and LeftAt lt {before}");
        var rows = table.QueryAsync<TableEntity>(left, cancellationToken: cancellation);
        await foreach (var subscriber in reader.ReadAllAsync(table, rows, SubscriberRow.Read, cancellation))
            if (subscriber.Wish is null && await TryDeleteAsync(subscriber, cancellation)) erased++;
        return erased;
    }

    /// <summary>With the consents, of which more than fit beside the subscriber are deleted first.</summary>
    async Task<bool> TryDeleteAsync(Subscriber subscriber, CancellationToken cancellation)
    {
        var consents = await ConsentRowsAsync(subscriber.Key, cancellation).ToListAsync(cancellation);
        var last = Math.Min(consents.Count, MostRows - 1);
        foreach (var rows in consents.SkipLast(last).Chunk(MostRows)) await table.DeleteAllAsync(rows, cancellation);
        try
        {
            await table.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.Delete, SubscriberRow.Of(subscriber), subscriber.ETag),
                    .. consents.TakeLast(last).Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)),
                ], cancellation);
            return true;
        }
        catch (TableTransactionFailedException changed) when (changed.Status is 404 or 412)
        {
            return false; // confirmed or asked again just now
        }
    }

    AsyncPageable<TableEntity> ConsentRowsAsync(string key, CancellationToken cancellation)
    {
        var (from, to) = ConsentRow.RangeOf(key);
        return table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(key)} and RowKey ge {from} and RowKey lt {to}"),
            cancellationToken: cancellation);
    }

    async Task<bool> EraseWishAsync(Subscriber subscriber, CancellationToken cancellation)
    {
        if (subscriber.State == SubscriberState.Pending) return await TryDeleteAsync(subscriber, cancellation);
        try
        {
            await table.UpdateEntityAsync(SubscriberRow.Of(subscriber with { Wish = null }), subscriber.ETag, TableUpdateMode.Replace,
                cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return false; // confirmed or asked again just now
        }
    }

    async Task TryAskAsync(string key, EmailAddress email, Wish wish, DeliveryId mail, CancellationToken cancellation)
    {
        var asking = (await FindAsync(key, cancellation))?.Ask(wish) ?? Subscriber.Asking(key, email, wish);
        var asked = new TableTransactionAction(TableTransactionActionType.Add,
            Delivery.NewRow(mail, ConfirmationMail.KindName, key, wish.AskedAt));
        try
        {
            await table.SubmitTransactionAsync([Put(asking), asked], cancellation);
        }
        catch (TableTransactionFailedException known) when (known is { Status: 409, FailedTransactionActionIndex: 1 })
        {
            // the mail is there already
        }
    }

    Task ChangeAsync(string key, Func<Subscriber, Subscriber> change, CancellationToken cancellation) => Overtaken.DecideAgainAsync(
        async () =>
        {
            if (await FindAsync(key, cancellation) is { } subscriber && change(subscriber) is var changed && changed != subscriber)
                await table.UpdateEntityAsync(SubscriberRow.Of(changed), subscriber.ETag, TableUpdateMode.Replace, cancellation);
        },
        cancellation);

    static TableTransactionAction Add(string key, Consent consent) =>
        new(TableTransactionActionType.Add, ConsentRow.Of(key, consent));

    static TableTransactionAction Put(Subscriber subscriber) => subscriber.ETag == default
        ? new(TableTransactionActionType.Add, SubscriberRow.Of(subscriber))
        : new(TableTransactionActionType.UpdateReplace, SubscriberRow.Of(subscriber), subscriber.ETag);
}
