using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.MailingList.Contacts;
using ThaffFunctions.MailingList.SigningUp;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.MailingList;

/// <summary>
/// Table subscribers. A row is found by the hash of its address; partitions are the first character of the hash, 16 in all: a campaign
/// expands in parallel, and its batches fill. A sign-up's delivery row and a subscriber's consents stand in the subscriber's partition and
/// are written together with it.
/// </summary>
public sealed class SubscriberStore(
    TableServiceClient tables, StoredReader reader, OpenPartitions open, RestoreMarks marks, RowKeyHash hash,
    IOptions<MailingListOptions> options, TimeProvider clock)
{
    /// <summary>The kind of mark that somebody left.</summary>
    public const string LeftMark = "left";

    readonly TableClient table = tables.GetTableClient(Tables.Subscribers);

    public string KeyOf(EmailAddress email) => hash.Of(email.Canonical);

    /// <summary>The partitions of subscribers.</summary>
    public static IEnumerable<string> Partitions => "0123456789abcdef".Select(first => $"{first}");

    /// <summary>The partition of a subscriber's rows, and of the deliveries of campaigns to it.</summary>
    public static string PartitionOf(string key) => key[..1];

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
    /// Keeps the request and, unless the day's mails are used up, the mail that asks to confirm it, in one transaction. A mail that is
    /// there already changes nothing.
    /// </summary>
    /// <returns>Whether there is a mail to send.</returns>
    public async Task<bool> AskAsync(EmailAddress email, SubscriptionRequest request, DeliveryId mail, CancellationToken cancellation)
    {
        await open.OpenAsync(mail.Table, mail.Partition, cancellation);
        return await OptimisticConcurrency.RetryAsync(() => TryAskAsync(KeyOf(email), email, request, mail, cancellation), cancellation);
    }

    /// <summary>Makes the request count and adds its proof, in one transaction. Doing it twice changes nothing.</summary>
    /// <param name="key">The subscriber's.</param>
    /// <param name="consentTo">The proof for the request as it is now; null if it is not the one that was confirmed.</param>
    /// <param name="cancellation">Gives up between two tries.</param>
    public Task ConfirmAsync(
        string key, Func<SubscriptionRequest, Consent?> consentTo, CancellationToken cancellation) => OptimisticConcurrency.RetryAsync(
        async () =>
        {
            if (await FindAsync(key, cancellation) is not { Request: { } request } asked || consentTo(request) is not { } consent) return;

            await table.SubmitTransactionAsync([Put(asked.Confirm()), Add(key, consent)], cancellation);
        },
        cancellation);

    /// <summary>Writes the mail once more that asks to confirm what waits to be confirmed; until when stays as it was.</summary>
    /// <returns>Whether there is a mail to send; false also if nothing waits; null if the day's mails are used up.</returns>
    public async Task<bool?> AskAgainAsync(string key, DeliveryId mail, CancellationToken cancellation)
    {
        await open.OpenAsync(mail.Table, mail.Partition, cancellation);
        return await OptimisticConcurrency.RetryAsync<bool?>(async () =>
        {
            if (await FindAsync(key, cancellation) is not { Request: not null } asked) return false;

            var now = clock.GetUtcNow();
            var counted = asked.CountMail(Berlin.Date(now));
            if (counted.MailsThatDay > options.Value.MailsPerAddressAndDay) return null;

            await table.SubmitTransactionAsync([Put(counted), Asked(mail, key, now)], cancellation);
            return true;
        }, cancellation);
    }

    /// <summary>All consents of one subscriber, the earliest first.</summary>
    public async Task<IReadOnlyList<Consent>> ConsentsAsync(string key, CancellationToken cancellation) =>
        await reader.ReadAllAsync(table, ConsentRow.QueryAsync(table, key, cancellation), ConsentRow.Read, cancellation)
            .ToListAsync(cancellation);

    /// <summary>Only of who is on the list.</summary>
    /// <param name="key">The subscriber's.</param>
    /// <param name="preferences">What counts from now on.</param>
    /// <param name="language">In which they are written to from now on.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task ChooseAsync(string key, Preferences preferences, Language language, CancellationToken cancellation) =>
        TryChooseAsync(key, _ => true, preferences, language, cancellation);

    /// <param name="key">The subscriber's.</param>
    /// <param name="isExpected">Whether what was chosen before is still what whoever chooses now has seen.</param>
    /// <param name="preferences">What counts from now on.</param>
    /// <param name="language">In which they are written to from now on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False, with nothing changed, if it is not, or the person has left.</returns>
    public Task<bool> TryChooseAsync(
        string key, Func<Subscriber, bool> isExpected, Preferences preferences, Language language, CancellationToken cancellation) =>
        TryChangeAsync(key, subscriber => subscriber.State == SubscriberState.Active && isExpected(subscriber),
            subscriber => subscriber with { Preferences = preferences, Language = language }, cancellation);

    /// <param name="key">The subscriber's.</param>
    /// <param name="isExpected">Whether what is stored is still what whoever corrects it has seen.</param>
    /// <param name="contact">Whose address it is; null: nothing is known of it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False, with nothing changed, if it is not, or the person has left.</returns>
    public Task<bool> TryCorrectAsync(
        string key, Func<Subscriber, bool> isExpected, Contact? contact, CancellationToken cancellation) =>
        TryChangeAsync(key, subscriber => subscriber.State != SubscriberState.Left && isExpected(subscriber),
            subscriber => subscriber with { Contact = contact }, cancellation);

    /// <summary>Leaving must always work; the mark is for the day that an older backup is restored.</summary>
    public async Task LeaveAsync(string key, CancellationToken cancellation)
    {
        await ChangeAsync(key, subscriber => subscriber.Leave(clock.GetUtcNow()), cancellation);
        await marks.TryAddAsync(LeftMark, key, cancellation);
    }

    /// <summary>Who had left, and came back by an older backup alone.</summary>
    public async Task LeaveAgainAsync(string key, DateTimeOffset leftAt, CancellationToken cancellation)
    {
        if ((await ConsentsAsync(key, cancellation)).Any(consent => consent.ConfirmedAt > leftAt)) return;

        await ChangeAsync(key, subscriber => subscriber.Leave(leftAt), cancellation);
    }

    /// <summary>
    /// Ends what addresses do not want or cannot get. One look at each partition tells which of them are known: most events are about
    /// others.
    /// </summary>
    public Task EndAsync(IEnumerable<string> keys, CancellationToken cancellation) => EndAsync(keys, _ => false, cancellation);

    /// <summary>
    /// The same for addresses that get no mails; whom staff entered and asked stays until the time is up, so that staff see it.
    /// </summary>
    public Task EndUnreachableAsync(IEnumerable<string> keys, CancellationToken cancellation) => EndAsync(
        keys, subscriber => subscriber is { State: SubscriberState.Pending, Contact: not null }, cancellation);

    async Task EndAsync(IEnumerable<string> keys, Predicate<Subscriber> stays, CancellationToken cancellation)
    {
        foreach (var partition in keys.ToHashSet(StringComparer.Ordinal).GroupBy(PartitionOf))
        {
            var between = TableClient.CreateQueryFilter($"PartitionKey eq {partition.Key} and RowKey ge {partition.Min()} and RowKey le {partition.Max()}");
            var known = await table.QueryAsync<TableEntity>(between, select: ["RowKey"], cancellationToken: cancellation)
                .Select(row => row.RowKey).Where(partition.Contains).ToListAsync(cancellation);
            await IndependentItems.ForEachAsync(known, key => EndAsync(key, stays, cancellation), cancellation);
        }
    }

    /// <summary>A sign-up that was never confirmed leaves no proof to keep.</summary>
    Task EndAsync(string key, Predicate<Subscriber> stays, CancellationToken cancellation) => OptimisticConcurrency.RetryAsync(
        async () =>
        {
            if (await FindAsync(key, cancellation) is not { } subscriber || stays(subscriber)) return;

            if (subscriber.State != SubscriberState.Pending) await LeaveAsync(key, cancellation);
            else await table.DeleteEntityAsync(PartitionOf(key), key, subscriber.ETag, cancellation);
        },
        cancellation);

    /// <summary>Adds a subscriber with the proof of a consent, or replaces the row that was read.</summary>
    /// <returns>False if the address is known meanwhile, or has changed since it was read.</returns>
    public Task<bool> TryAddAsync(Subscriber subscriber, Consent consent, CancellationToken cancellation) =>
        OptimisticConcurrency.TryAsync(
            () => table.SubmitTransactionAsync([Put(subscriber), Add(subscriber.Key, consent)], cancellation));

    /// <summary>Whose address it is that waits to be confirmed.</summary>
    public Task NoteContactAsync(string key, Contact contact, CancellationToken cancellation) => ChangeAsync(
        key, subscriber => subscriber.State == SubscriberState.Pending ? subscriber with { Contact = contact } : subscriber, cancellation);

    /// <summary>Whether a person was erased of whose consent a proof is kept.</summary>
    public async Task<bool> HasProofAsync(string key, CancellationToken cancellation)
    {
        var (first, end) = ProofRow.RangeOf(key);
        return await table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(key)} and RowKey ge {first} and RowKey lt {end}"),
            maxPerPage: 1, select: ["RowKey"], cancellationToken: cancellation).AnyAsync(cancellation);
    }

    async Task<bool> TryAskAsync(
        string key, EmailAddress email, SubscriptionRequest request, DeliveryId mail, CancellationToken cancellation)
    {
        var asking = (await FindAsync(key, cancellation))?.Ask(request) ?? Subscriber.Asking(key, email, request);
        var counted = asking.CountMail(Berlin.Date(request.AskedAt));
        var mayAsk = counted.MailsThatDay <= options.Value.MailsPerAddressAndDay;
        try
        {
            await table.SubmitTransactionAsync(mayAsk ? [Put(counted), Asked(mail, key, request.AskedAt)] : [Put(asking)], cancellation);
        }
        catch (TableTransactionFailedException known) when (known is { Status: 409, FailedTransactionActionIndex: 1 })
        {
            // the mail is there already
        }

        return mayAsk;
    }

    async Task<bool> TryChangeAsync(
        string key, Func<Subscriber, bool> mayChange, Func<Subscriber, Subscriber> change, CancellationToken cancellation)
    {
        var isChanged = false;
        await ChangeAsync(key, subscriber => (isChanged = mayChange(subscriber)) ? change(subscriber) : subscriber, cancellation);
        return isChanged;
    }

    Task ChangeAsync(string key, Func<Subscriber, Subscriber> change, CancellationToken cancellation) => OptimisticConcurrency.RetryAsync(
        async () =>
        {
            if (await FindAsync(key, cancellation) is { } subscriber && change(subscriber) is var changed && changed != subscriber)
                await table.UpdateEntityAsync(SubscriberRow.Of(changed), subscriber.ETag, TableUpdateMode.Replace, cancellation);
        },
        cancellation);

    static TableTransactionAction Asked(DeliveryId mail, string key, DateTimeOffset now) =>
        new(TableTransactionActionType.Add, Delivery.NewRow(mail, ConfirmationMail.KindName, key, now));

    static TableTransactionAction Add(string key, Consent consent) =>
        new(TableTransactionActionType.Add, ConsentRow.Of(key, consent));

    static TableTransactionAction Put(Subscriber subscriber) => subscriber.ETag == default
        ? new(TableTransactionActionType.Add, SubscriberRow.Of(subscriber))
        : new(TableTransactionActionType.UpdateReplace, SubscriberRow.Of(subscriber), subscriber.ETag);
}
