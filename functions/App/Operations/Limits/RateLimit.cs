using System.Collections.Concurrent;
using Azure.Data.Tables;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Operations.Limits;

/// <summary>
/// Counts how often somebody did something in the current window (a fixed span of the clock, such as this hour). The answer comes from
/// memory, so that nobody waits for a counter; what was counted is added to table limits right after, and what other instances counted
/// comes back with it. Several instances together may thus let through a few more. Keys are hashed with the window in them: nobody can be
/// followed over time. The allowed numbers are options of the slices.
/// </summary>
public sealed partial class RateLimit(
    TableServiceClient tables, StoredReader reader, RowKeyHash hash, TimeProvider clock, ILogger<RateLimit> log)
    : BackgroundService
{
    /// <summary>Counts gather this long before they are stored, so that a rush costs a few writes.</summary>
    static readonly TimeSpan Gathering = TimeSpan.FromSeconds(1);

    readonly TableClient table = tables.GetTableClient(Tables.Limits);
    readonly ConcurrentDictionary<(string Window, string Key), Lazy<Task<Count>>> counts = new();
    readonly SemaphoreSlim changed = new(0);

    /// <param name="scope">What is limited, such as <c>registration-client</c>.</param>
    /// <param name="who">The client or address; only its hash is kept.</param>
    /// <param name="allowed">How often in one window.</param>
    /// <param name="window">Its length; windows begin at multiples of it.</param>
    /// <param name="cancellation">Gives up reading the count of a key not seen before.</param>
    /// <param name="what">
    /// Counts different things: the same again is free, as far as this instance remembers; null counts every time.
    /// </param>
    /// <returns>null if allowed (and counted); else how long until the window ends.</returns>
    public async Task<TimeSpan?> TakeAsync(string scope, string who, int allowed, TimeSpan window, CancellationToken cancellation,
        string? what = null)
    {
        var now = clock.GetUtcNow();
        var start = new DateTimeOffset(now.Ticks - now.Ticks % window.Ticks, TimeSpan.Zero);
        var name = $"{scope}-{start:yyyyMMddHHmm}";
        var key = hash.Of(name, who);
        var count = await CountAsync(name, key, start + window, cancellation);
        if (!count.TryTake(allowed, what is null ? null : hash.Of(name, what))) return start + window - now;

        changed.Release();
        return null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await changed.WaitAsync(stoppingToken);
                await Task.Delay(Gathering, stoppingToken);
                while (changed.Wait(0, CancellationToken.None)) { }
                await StoreAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) // whatever it is: counts must be stored as long as the process lives
            {
                Log.NotStored(log, failure.GetType().Name);
                changed.Release();
            }
        }
    }

    /// <summary>A rush of requests that meets an unknown key reads its row once.</summary>
    Task<Count> CountAsync(string window, string key, DateTimeOffset ends, CancellationToken cancellation) =>
        counts.GetOrAdd((window, key), _ => new(() => ReadAsync(window, key, ends))).Value.WaitAsync(cancellation);

    Task StoreAsync(CancellationToken cancellation) => IndependentItems.ForEachAsync(counts, async one =>
    {
        var ((window, key), reading) = one;
        if (!reading.IsValueCreated || !reading.Value.IsCompletedSuccessfully) return;

        var count = await reading.Value;
        if (count.Pending > 0) await OptimisticConcurrency.RetryAsync(() => AddAsync(window, key, count, cancellation), cancellation);
        if (count.Ends <= clock.GetUtcNow() && count.Pending == 0) counts.TryRemove((window, key), out _);
    }, cancellation);

    async Task AddAsync(string window, string key, Count count, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(window, key, cancellationToken: cancellation);
        var known = row.HasValue ? Taken(row.Value!) : 0;
        var pending = count.Pending;
        var entity = new TableEntity(window, key) { ["Taken"] = known + pending, ["Ends"] = count.Ends };
        if (row.HasValue) await table.UpdateEntityAsync(entity, row.Value!.ETag, TableUpdateMode.Replace, cancellation);
        else await table.AddEntityAsync(entity, cancellation);
        count.Stored(pending, known + pending);
    }

    async Task<Count> ReadAsync(string window, string key, DateTimeOffset ends)
    {
        try
        {
            var row = await table.GetEntityIfExistsAsync<TableEntity>(window, key);
            return new(row.HasValue ? Taken(row.Value!) : 0, ends);
        }
        catch
        {
            counts.TryRemove((window, key), out _); // the next request reads again, whether somebody still waits for this answer or not
            throw;
        }
    }

    /// <summary>A row that cannot be read counts as zero, and the next count replaces it.</summary>
    int Taken(TableEntity row) => reader.TryRead(table, row, found => found.GetInt32("Taken") ?? 0, out var taken) ? taken : 0;

    sealed class Count(int stored, DateTimeOffset ends)
    {
        readonly Lock gate = new();
        int stored = stored;
        int pending;
        HashSet<string>? seen;

        public DateTimeOffset Ends => ends;

        public int Pending
        {
            get { lock (gate) return pending; }
        }

        public bool TryTake(int allowed, string? what)
        {
            lock (gate)
            {
                if (what is not null && seen?.Contains(what) == true) return true;
                if (stored + pending >= allowed) return false;
                pending++;
                if (what is not null) (seen ??= []).Add(what);
                return true;
            }
        }

        public void Stored(int taken, int total)
        {
            lock (gate) (pending, stored) = (pending - taken, total);
        }
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Counts of limits were not stored yet: {Failure}")]
        public static partial void NotStored(ILogger log, string failure);
    }
}
