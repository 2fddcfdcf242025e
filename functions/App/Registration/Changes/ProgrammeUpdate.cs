using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Changes;

/// <summary>
/// The seats row takes over from the programme as it is now: capacity, and when and where. Fewer seats never unseat anyone; more go to
/// those who wait, in order.
/// </summary>
public sealed class ProgrammeUpdate(
    SeatLocks locks, SeatStore seats, RegistrationStore registrations, Promotion promotion, ProgrammeQuery programme, TimeProvider clock)
{
    /// <summary>Each promotion needs three rows (attendee, waiting list, delivery); one more is the seats row.</summary>
    const int MaxPromotedAtOnce = (TableRows.TransactionSize - 1) / 3;

    public async Task FollowAsync(SessionId session, CancellationToken cancellation)
    {
        while (await locks.ChangeAsync(session, () => TryFollowAsync(session, cancellation), cancellation) > 0)
        {
            // there may be more to promote than one transaction holds
        }
    }

    /// <summary>The row first, then the programme: whoever read an older programme finds the row changed when it writes.</summary>
    /// <returns>How many moved up.</returns>
    async Task<int> TryFollowAsync(SessionId id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var stored = await seats.ReadAsync(id, cancellation);
        if (await programme.FindStoredAsync(id, cancellation) is not { } programmed) return await CloseAsync(id, stored, cancellation);
        if (stored is null)
        {
            var isFirst = await seats.AddAsync(id, Seats.Of(programmed), cancellation);
            return isFirst ? 0 : await TryFollowAsync(id, cancellation);
        }

        var after = stored.Seats.Follow(programmed, now);
        List<Attendee> promoted = [];
        foreach (var mode in Enum.GetValues<AttendanceMode>())
        {
            var promotable = Math.Min(after.PromotableAt(now, programmed.Session, mode), MaxPromotedAtOnce - promoted.Count);
            if (promotable > 0)
                promoted.AddRange(await registrations.FirstInLineAsync(id, mode, promotable, except: null, cancellation));
        }

        if (after != stored.Seats || promoted.Count > 0)
            await promotion.Begin(id, stored, after, promoted, now).SubmitAsync(cancellation);
        return promoted.Count;
    }

    /// <summary>
    /// The session is not in the programme any more. Whoever read it there, and registers somebody now, finds the seats row changed; and
    /// nobody takes it from what they remember.
    /// </summary>
    async Task<int> CloseAsync(SessionId id, StoredSeats? stored, CancellationToken cancellation)
    {
        if (stored is null) await seats.AddAsync(id, new Seats(0) { Programme = Seats.NoProgramme }, cancellation);
        else if (stored.Seats.Programme != Seats.NoProgramme)
            await seats.Begin(id).Replace(stored.Seats with { Programme = Seats.NoProgramme }, stored.ETag).SubmitAsync(cancellation);
        return 0;
    }
}
