using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Pending;

/// <summary>The rows of table registrations that stand for <see cref="PendingWork"/>.</summary>
public sealed class PendingStore(TableServiceClient tables, StoredReader reader)
{
    const string Since = "Since", SentAt = "SentAt";

    /// <summary>A message that was sent longer ago than this is lost, or failed.</summary>
    static readonly TimeSpan Usual = TimeSpan.FromMinutes(10);

    readonly TableClient table = tables.GetTableClient(Tables.Registrations);

    public async Task<bool> ContainsAsync(SessionId session, PendingWork work, string key, CancellationToken cancellation) =>
        (await table.GetEntityIfExistsAsync<TableEntity>(session.Value, work.Prefix + key, ["RowKey"], cancellation)).HasValue;

    /// <summary>null once it is settled.</summary>
    public async Task<PendingApplication?> FindApplicationAsync(SessionId session, string key, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(session.Value, ApplicationRow.KeyOf(key),
            cancellationToken: cancellation);
        return row.HasValue ? reader.Read(table, row.Value!, ApplicationRow.Read) : null;
    }

    /// <summary>null once it is taken care of.</summary>
    public async Task<NewsletterRequest?> FindNewsletterRequestAsync(SessionId session, string attendeeKey, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(session.Value, NewsletterRequestRow.KeyOf(attendeeKey),
            cancellationToken: cancellation);
        return row.HasValue ? reader.Read(table, row.Value!, NewsletterRequestRow.Read) : null;
    }

    /// <summary>The work is done. It may be missing already.</summary>
    public async Task ForgetAsync(SessionId session, PendingWork work, string key, CancellationToken cancellation) =>
        await table.DeleteEntityAsync(session.Value, work.Prefix + key, ETag.All, cancellation);

    /// <summary>The keys of the work whose message must be sent again; each counts as sent from now on.</summary>
    public async IAsyncEnumerable<string> TakeLostAsync(
        SessionId session, PendingWork work, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var rows = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {session.Value} and RowKey ge {work.Prefix} and RowKey lt {work.Prefix[..^1] + '.'}"), // '.' follows '-'
            cancellationToken: cancellation);
        await foreach (var row in rows.WithCancellation(cancellation))
            if (IsLost(row, now) && await TryMarkAsync(row, now, cancellation)) yield return row.RowKey[work.Prefix.Length..];
    }

    internal static TableEntity Pending(TableEntity row, DateTimeOffset now)
    {
        row[Since] = row[SentAt] = now;
        return row;
    }

    /// <summary>
    /// Each wait is as long as all before it together: work that fails again and again must not fill the poison queue.
    /// </summary>
    static bool IsLost(TableEntity row, DateTimeOffset now)
    {
        if (row[SentAt] is not DateTimeOffset sentAt) return true;

        var age = row[Since] is DateTimeOffset since ? sentAt - since : TimeSpan.Zero;
        return now - sentAt >= (age > Usual ? age : Usual);
    }

    /// <summary>False if it was done, or taken by another instance, meanwhile.</summary>
    Task<bool> TryMarkAsync(TableEntity row, DateTimeOffset now, CancellationToken cancellation)
    {
        var mark = new TableEntity(row.PartitionKey, row.RowKey) { [SentAt] = now };
        return OptimisticConcurrency.TryAsync(() => table.UpdateEntityAsync(mark, row.ETag, TableUpdateMode.Merge, cancellation));
    }
}
