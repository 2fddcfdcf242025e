using System.Globalization;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail.Sending;

/// <summary>
/// Anybody can type anybody's address. So only so many mails an hour and a day go to one, over all sessions and kinds, and fewer to one
/// that has not confirmed anything yet; the others wait. Spellings that mostly reach one mailbox count together. A delivery counts once,
/// however often it is tried. The last day's are one row of table limits, replaced under its ETag: exact for all instances.
/// </summary>
public sealed class RecipientLimit(
    TableServiceClient tables, StoredReader reader, ConfirmedAddresses confirmed, RowKeyHash hash, IOptions<RecipientLimitOptions> options,
    TimeProvider clock)
{
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    readonly TableClient table = tables.GetTableClient(Tables.Limits);

    /// <returns>null if the mail may go now, and then it is counted; else when to try again.</returns>
    public Task<DateTimeOffset?> TakeAsync(EmailAddress address, DeliveryId delivery, CancellationToken cancellation) =>
        OptimisticConcurrency.RetryAsync(() => TryTakeAsync(address, delivery.Row, cancellation), cancellation);

    async Task<DateTimeOffset?> TryTakeAsync(EmailAddress address, string delivery, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (partition, key) = KeyOf(address);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
        var sent = row.HasValue ? SentSince(now - Day, row.Value!) : [];
        if (sent.Exists(mail => mail.Delivery == delivery)) return null;
        if (await NextAsync(address, [.. sent.Select(mail => mail.At)], now, cancellation) is { } next) return next;

        sent.Add((now, delivery));
        var text = string.Join(';', sent.Select(mail => $"{mail.At.UtcTicks}:{mail.Delivery}"));
        var entity = new TableEntity(partition, key) { ["Sent"] = text, ["Ends"] = now + Day };
        await (row.HasValue ? table.UpdateEntityAsync(entity, row.Value!.ETag, TableUpdateMode.Replace, cancellation)
            : table.AddEntityAsync(entity, cancellation));
        return null;
    }

    internal (string Partition, string Row) KeyOf(EmailAddress address)
    {
        var key = hash.Of("mails", address.Mailbox);
        return ($"mails-{key[..2]}", key);
    }

    /// <param name="address">Who is to get one more.</param>
    /// <param name="sent">When the last day's mails went, the oldest first.</param>
    /// <param name="now">This moment.</param>
    /// <param name="cancellation">Gives up asking whether the address has confirmed something.</param>
    /// <returns>null if one more may go.</returns>
    async Task<DateTimeOffset?> NextAsync(
        EmailAddress address, IReadOnlyList<DateTimeOffset> sent, DateTimeOffset now, CancellationToken cancellation)
    {
        var limits = options.Value;
        var next = Next(limits.PerUnconfirmedAddressAndHour, limits.PerUnconfirmedAddressAndDay);
        return next is not null && await confirmed.ContainsAsync(address, cancellation)
            ? Next(limits.PerConfirmedAddressAndHour, limits.PerConfirmedAddressAndDay)
            : next;

        DateTimeOffset? Next(int anHour, int aDay)
        {
            var (inHour, inDay) = (End(Hour, anHour), End(Day, aDay));
            return inHour > inDay ? inHour : inDay ?? inHour;
        }

        DateTimeOffset? End(TimeSpan window, int allowed) =>
            sent.Count >= allowed && sent[^allowed] + window is var end && end > now ? end : null;
    }

    /// <summary>None if the row cannot be read: the count begins anew, and replaces it.</summary>
    List<(DateTimeOffset At, string Delivery)> SentSince(DateTimeOffset start, TableEntity row) =>
        reader.TryRead(table, row, found => Read(found.Text("Sent")).Where(mail => mail.At > start).ToList(), out var sent) ? sent : [];

    static IEnumerable<(DateTimeOffset At, string Delivery)> Read(string sent) =>
        from mail in sent.Split(';')
        let parts = mail.Split(':')
        select (new DateTimeOffset(long.Parse(parts[0], CultureInfo.InvariantCulture), TimeSpan.Zero), parts[1]);
}
