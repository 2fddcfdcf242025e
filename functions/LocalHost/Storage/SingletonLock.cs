using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace ThaffFunctions.LocalHost.Storage;

/// <summary>
/// Work that must happen in one host only: it is done by the host that holds the lease of a blob, and another host takes over when the
/// lease is given up or runs out. The real host guards timers so.
/// </summary>
sealed partial class SingletonLock(BlobClient blob, ILogger logger)
{
    static readonly TimeSpan s_lease = TimeSpan.FromSeconds(15); // the shortest the service grants
    static readonly TimeSpan s_renewal = TimeSpan.FromSeconds(5);
    static readonly TimeSpan s_nextTry = TimeSpan.FromSeconds(1);

    /// <summary>Does the work whenever the lock is held, until told to stop; the work's own token ends when the lock is lost.</summary>
    public async Task HoldAsync(Func<CancellationToken, Task> work, CancellationToken stop)
    {
        var lease = blob.GetBlobLeaseClient();
        while (true)
        {
            if (await AcquireAsync(lease, stop)) await WorkAsync(lease, work, stop);
            await Task.Delay(s_nextTry, stop);
        }
    }

    async Task WorkAsync(BlobLeaseClient lease, Func<CancellationToken, Task> work, CancellationToken stop)
    {
        using var held = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var renewal = RenewAsync(lease, held);
        try
        {
            await work(held.Token);
        }
        catch (OperationCanceledException) when (held.IsCancellationRequested)
        {
            // stopped, or the lock was lost
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            Log.Interrupted(logger, problem, blob.Name);
        }
        finally
        {
            await held.CancelAsync();
            await renewal;
            await GiveUpAsync(lease);
        }
    }

    async Task<bool> AcquireAsync(BlobLeaseClient lease, CancellationToken cancellation, bool mayCreate = true)
    {
        try
        {
            await lease.AcquireAsync(s_lease, cancellationToken: cancellation);
            return true;
        }
        catch (RequestFailedException missing) when (missing.Status == 404 && mayCreate)
        {
            await CreateAsync(cancellation);
            return await AcquireAsync(lease, cancellation, mayCreate: false);
        }
        catch (Exception problem) when (ComesFromStorage(problem))
        {
            return false; // held by another, or storage is away for a moment
        }
    }

    async Task CreateAsync(CancellationToken cancellation)
    {
        try
        {
            await blob.GetParentBlobContainerClient().CreateIfNotExistsAsync(cancellationToken: cancellation);
            await blob.UploadAsync(BinaryData.Empty, new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } }, cancellation);
        }
        catch (Exception problem) when (ComesFromStorage(problem))
        {
            // another host made it at the same time, or storage is away: the next acquisition shows which
        }
    }

    static async Task RenewAsync(BlobLeaseClient lease, CancellationTokenSource held)
    {
        try
        {
            while (true)
            {
                await Task.Delay(s_renewal, held.Token);
                await lease.RenewAsync(cancellationToken: held.Token);
            }
        }
        catch (OperationCanceledException) when (held.IsCancellationRequested)
        {
            // given up on purpose
        }
        catch (Exception problem) when (ComesFromStorage(problem))
        {
            await held.CancelAsync(); // lost
        }
    }

    static async Task GiveUpAsync(BlobLeaseClient lease)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await lease.ReleaseAsync(cancellationToken: patience.Token);
        }
        catch (Exception problem) when (ComesFromStorage(problem))
        {
            // it runs out by itself
        }
    }

    /// <summary>
    /// The storage client throws an AggregateException once its own tries are over, also when it was told to stop between them, and an
    /// OperationCanceledException after a time-out.
    /// </summary>
    static bool ComesFromStorage(Exception problem) =>
        problem is RequestFailedException or AggregateException or OperationCanceledException;

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Work under {Lock} was interrupted and begins again.")]
        public static partial void Interrupted(ILogger logger, Exception problem, string @lock);
    }
}
