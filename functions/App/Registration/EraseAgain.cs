using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration;

/// <summary>Who cancelled and had their data erased since a backup is erased again after it was restored.</summary>
sealed class EraseAgain(SeatLedger ledger, BackupMarks marks) : IFollowsRestore
{
    /// <summary>The kind of mark that a registration was erased; its name is the session and the attendee's key.</summary>
    const string Mark = "registration";

    public static Task MarkAsync(BackupMarks marks, Attendee attendee, CancellationToken cancellation) =>
        marks.TryAddAsync(Mark, $"{attendee.Session}/{attendee.Key}", cancellation);

    public async Task FollowAsync(DateTimeOffset begun, CancellationToken cancellation)
    {
        foreach (var (name, _) in await marks.SinceAsync(Mark, begun, cancellation))
            if (name.Split('/') is [var id, var key] && SessionId.Parse(id) is { } session)
                await ledger.EraseAsync(session, key, cancellation);
    }
}
