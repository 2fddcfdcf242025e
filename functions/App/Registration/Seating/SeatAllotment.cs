using System.Collections.Concurrent;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Registration.Pending;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Seating;

/// <summary>
/// Decides on a group of applicants and stores it, in one transaction. An applicant whose address is known already gets no place here: the
/// application is stored in the same transaction and settled after the answer, so that the answer tells nobody who is registered.
/// </summary>
/// <remarks>
/// A session is cached while its ETag equals the one in the seats row. "Open" may be answered from the cache; "closed" never is, and
/// numbers are never cached.
/// </remarks>
public sealed class SeatAllotment(
    SeatStore seats, AddressStore addresses, ProgrammeQuery programme, RowKeyHash hash, TimeProvider clock)
{
    /// <summary>
    /// Beside the seats row, each applicant adds an attendee, an address, a delivery, perhaps a place in the line and perhaps a request for
    /// the newsletter.
    /// </summary>
    const int MaxRowsOfOne = 5;

    internal const int MaxOfOneGroup = (TableRows.TransactionSize - 1) / MaxRowsOfOne;

    readonly ConcurrentDictionary<SessionId, StoredSession> remembered = new();

    /// <summary>
    /// One try, while nobody else in this process gives out seats of the session; afterwards the group holds whom the next try has to
    /// serve.
    /// </summary>
    internal async Task TryServeAsync(SessionId id, List<QueuedApplicant> group)
    {
        var now = clock.GetUtcNow();
        var reading = Task.WhenAll(
            group.Select(queued => addresses.IsUsedAsync(id, queued.Applicant.Email, CancellationToken.None)));
        var stored = await seats.ReadAsync(id, CancellationToken.None);
        var known = await reading;
        if (await SessionAsync(id, stored?.Seats, now) is not { } programmed)
        {
            Answer(group, new SeatOutcome.UnknownSession());
            return;
        }

        if (stored is null)
        {
            // the message of the import has not come yet; the next try finds the row, whoever added it
            await seats.AddAsync(id, Seats.Of(programmed), CancellationToken.None);
            return;
        }

        // the message about a change of the programme may not have come yet
        var before = programmed.ETag == stored.Seats.Programme ? stored.Seats : stored.Seats.Follow(programmed, now);
        var session = programmed.Session;
        if (Vacancy.Closed(session, now) is { WhyClosed: { } why })
        {
            Answer(group, new SeatOutcome.NotOpen(why));
            return;
        }

        var places = new List<Place>();
        foreach (var (queued, isKnown) in group.Zip(known))
        {
            if (queued.Applicant.Mode is null && session.SeatsOnline is not null) queued.Outcome.SetResult(new SeatOutcome.ModeMissing());
            else places.Add(PlaceOf(queued, queued.Applicant.For(session), isKnown, places is [.., var last] ? last.After : before, now));
        }

        group.RemoveAll(queued => queued.Outcome.Task.IsCompleted);
        if (places is []) return;

        var transaction = seats.Begin(id).Replace(places[^1].After, stored.ETag);
        foreach (var place in places) place.AddTo(transaction, now);
        await transaction.SubmitAsync(CancellationToken.None);

        foreach (var place in places) place.Queued.Outcome.SetResult(new SeatOutcome.Received(place.Found));
        group.Clear();
    }

    /// <summary>
    /// Read after the seats row: if this session is older than the one the row is updated to meanwhile, the write fails with 412.
    /// </summary>
    async Task<StoredSession?> SessionAsync(SessionId id, Seats? seats, DateTimeOffset now)
    {
        if (remembered.TryGetValue(id, out var known) && known.ETag == seats?.Programme && Vacancy.Closed(known.Session, now) is null)
            return known;

        var found = await programme.FindStoredAsync(id, CancellationToken.None);
        if (found is null) remembered.TryRemove(id, out _);
        else remembered[id] = found;
        return found;
    }

    Place PlaceOf(QueuedApplicant queued, Applicant applicant, bool isKnown, Seats before, DateTimeOffset now)
    {
        var mode = applicant.Mode ?? AttendanceMode.OnSite;
        var found = before.Of(mode).Availability;
        if (isKnown) return new(queued, applicant, found, before, null);

        var (after, state, number) = before.Admit(mode);
        return new(queued, applicant, found, after, applicant.ToAttendee(applicant.KeyBy(hash), state, number, now));
    }

    static void Answer(List<QueuedApplicant> group, SeatOutcome outcome)
    {
        foreach (var queued in group) queued.Outcome.SetResult(outcome);
        group.Clear();
    }

    /// <param name="Queued">Whose it is.</param>
    /// <param name="Applicant">Who applied.</param>
    /// <param name="Found">The seats as the applicant finds them.</param>
    /// <param name="After">The seats as the next one finds them.</param>
    /// <param name="Attendee">null if the address is known: the place is decided after the answer.</param>
    sealed record Place(QueuedApplicant Queued, Applicant Applicant, Availability Found, Seats After, Attendee? Attendee)
    {
        public void AddTo(SeatTransaction transaction, DateTimeOffset now)
        {
            if (Attendee is { } attendee) transaction.Take(attendee, Applicant, AddressUse.None, now);
            else transaction.Add(new PendingApplication(Guid.CreateVersion7().ToString("N"), Applicant), now);
        }
    }
}
