using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Shared.Storage;

/// <summary>
/// Reads what is stored, row by row and file by file. What cannot be read must not stop the rest: a loop leaves it out. Each is counted in
/// a metric, logged once by this process, and put on the list from which staff are told (<see cref="Found"/>).
/// </summary>
public sealed partial class StoredReader(ProductMetrics metrics, ILogger<StoredReader> log)
{
    /// <summary>Entries waiting to be told at most; more can only mean that a faulty version reads nothing.</summary>
    const int MaxWaiting = 1000;

    readonly Channel<Unreadable> found = Channel.CreateBounded<Unreadable>(MaxWaiting);
    readonly ConcurrentDictionary<Unreadable, bool> noted = new();

    /// <summary>What was found unreadable, each once.</summary>
    public ChannelReader<Unreadable> Found => found.Reader;

    /// <exception cref="UnreadableException">The row cannot be read.</exception>
    public T Read<T>(TableClient table, TableEntity row, Func<TableEntity, T> read) => Read(Of(table, row), () => read(row));

    /// <summary>The rows that can be read; the others are left out.</summary>
    public async IAsyncEnumerable<T> ReadAllAsync<T>(
        TableClient table, IAsyncEnumerable<TableEntity> rows, Func<TableEntity, T> read,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var row in rows.WithCancellation(cancellation))
            if (TryRead(table, row, read, out var value)) yield return value;
    }

    public bool TryRead<T>(TableClient table, TableEntity row, Func<TableEntity, T> read, [MaybeNullWhen(false)] out T value) =>
        TryRead(Of(table, row), () => read(row), out value);

    /// <param name="what">What is read.</param>
    /// <param name="read">Fails, in whatever way, if it is not what it should be.</param>
    /// <param name="value">What was read.</param>
    public bool TryRead<T>(Unreadable what, Func<T> read, [MaybeNullWhen(false)] out T value)
    {
        try
        {
            value = Read(what, read);
            return true;
        }
        catch (UnreadableException)
        {
            value = default;
            return false;
        }
    }

    /// <summary>It could not be told; the next time it is found it is handed over again.</summary>
    public void Forget(Unreadable what) => noted.TryRemove(what, out _);

    T Read<T>(Unreadable what, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) // readers fail in many ways: wrong type, nothing where something must be, text that is no number
        {
            Note(what, failure);
            throw new UnreadableException(what, failure);
        }
    }

    void Note(Unreadable what, Exception failure)
    {
        metrics.CountUnreadable(what.Place);
        if (!noted.TryAdd(what, true)) return;

        Log.Unreadable(log, what.Place, what.Key, failure.GetType().Name);
        if (!found.Writer.TryWrite(what)) Forget(what);
    }

    static Unreadable Of(TableClient table, TableEntity row) => new(table.Name, $"{row.PartitionKey} / {row.RowKey}");

    static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Place} holds something unreadable and goes on without it: {Key} ({Failure})")]
        public static partial void Unreadable(ILogger log, string place, string key, string failure);
    }
}
