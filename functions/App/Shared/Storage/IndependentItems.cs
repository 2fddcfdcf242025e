using System.Runtime.ExceptionServices;

namespace ThaffFunctions.Shared.Storage;

/// <summary>A step for each of many, of which none must keep the others waiting.</summary>
static class IndependentItems
{
    /// <summary>
    /// An item that meets something unreadable is left out; staff are told of that where it is read. If a step fails otherwise, the other
    /// items still get theirs, and the first failure is thrown at the end. Storage that does not answer would fail for all: it ends the
    /// loop at once.
    /// </summary>
    public static async Task ForEachAsync<T>(IAsyncEnumerable<T> items, Func<T, Task> step, CancellationToken cancellation)
    {
        Exception? first = null;
        await foreach (var item in items.WithCancellation(cancellation))
        {
            try
            {
                await step(item);
            }
            catch (UnreadableException)
            {
            }
            catch (Exception failure) when (!failure.IsStorageAway())
            {
                first ??= failure;
            }
        }

        if (first is not null) ExceptionDispatchInfo.Throw(first);
    }

    /// <inheritdoc cref="ForEachAsync{T}(IAsyncEnumerable{T}, Func{T, Task}, CancellationToken)"/>
    public static Task ForEachAsync<T>(IEnumerable<T> items, Func<T, Task> step, CancellationToken cancellation) =>
        ForEachAsync(items.ToAsyncEnumerable(), step, cancellation);
}
