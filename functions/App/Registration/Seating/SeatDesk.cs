using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Registration.Pending;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Seating;

/// <summary>
/// Gives out the seats of one session. Requests that wait in this process are batched: one entity-group transaction replaces the seats row
/// and adds everybody's rows, so that 500 registrations at once cost some thirty transactions. Between instances the seats row's ETag is
/// the optimistic lock: whoever comes second reads again.
/// </summary>
/// <remarks>
/// An applicant whose address is known already gets no place here: the application is stored in the same transaction and settled after the
/// answer, so that the answer tells nobody who is registered. The session is cached while its ETag equals the one in the seats row. "Open"
/// may be answered from the cache; "closed" never is, and numbers are never cached.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "lives as long as the process; a SemaphoreSlim without a wait handle holds nothing")]
sealed class SeatDesk(
    SessionId id, RegistrationStore store, ProgrammeQuery programme, Action<IReadOnlyList<OutboxMessage>> publish, TimeProvider clock)
{
    /// <summary>
    /// Beside the seats row, each applicant adds an attendee, an address, a delivery, perhaps a place in the line and perhaps a request for
    /// the newsletter.
    /// </summary>
    const int MaxRowsOfOne = 5;
    const int MaxOfOneGroup = (TableRows.TransactionSize - 1) / MaxRowsOfOne;

    readonly ConcurrentQueue<Turn> line = new();
    readonly SemaphoreSlim gate = new(1, 1);
    StoredSession? remembered;

    /// <summary>
    /// Waits in line, one behind the other, until the places are decided and stored. Cut off half-way, some have theirs; whoever applies
    /// again finds them known.
    /// </summary>
    /// <returns>
    /// What became of the first: what the others found would tell whether an address before them was known. If registration closed in
    /// between, that.
    /// </returns>
    public async Task<SeatOutcome> TakeAsync(IReadOnlyList<Applicant> applicants)
    {
        var turns = applicants.Select(applicant => new Turn(applicant)).ToList();
        foreach (var turn in turns) line.Enqueue(turn);
        foreach (var turn in turns) await ServeUntilAsync(turn);
        var outcomes = await Task.WhenAll(turns.Select(turn => turn.Outcome.Task));
        return outcomes.FirstOrDefault(outcome => outcome is not SeatOutcome.Received) ?? outcomes[0];
    }

    /// <summary>Changes the seats row while nobody in this process gives out seats.</summary>
    public async Task<T> AloneAsync<T>(Func<Task<T>> change, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            return await change();
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>
    /// Read after the seats row: if this session is older than the one the row is updated to meanwhile, the write fails with 412.
    /// </summary>
    async Task<StoredSession?> SessionAsync(Seats seats, DateTimeOffset now) =>
        remembered is { } known && known.ETag == seats.Programme && Vacancy.Closed(known.Session, now) is null
            ? known
            : remembered = await programme.FindStoredAsync(id, CancellationToken.None);

    /// <summary>Whoever finds the desk free serves the head of the line, until its own turn is over.</summary>
    async Task ServeUntilAsync(Turn own)
    {
        while (!own.Outcome.Task.IsCompleted)
        {
            await gate.WaitAsync();
            try
            {
                if (!own.Outcome.Task.IsCompleted) await ServeAsync(NextGroup());
            }
            finally
            {
                gate.Release();
            }
        }
    }

    /// <summary>
    /// The head of the line, up to the first who shares an address with another: a row may stand in a transaction only once.
    /// </summary>
    List<Turn> NextGroup()
    {
        var group = new List<Turn>();
        var addresses = new HashSet<string>();
        while (group.Count < MaxOfOneGroup && line.TryPeek(out var next) && addresses.Add(next.Applicant.Email.Canonical)
            && line.TryDequeue(out next))
            group.Add(next);
        return group;
    }

    async Task ServeAsync(List<Turn> group)
    {
        try
        {
            while (group.Count > 0) await OptimisticConcurrency.RetryAsync(() => TryServeAsync(group), CancellationToken.None);
        }
        catch (Exception failure)
        {
            foreach (var turn in group) turn.Outcome.TrySetException(failure);
        }
    }

    /// <summary>One transaction for the group; afterwards the group holds whom the next attempt has to serve.</summary>
    async Task TryServeAsync(List<Turn> group)
    {
        var now = clock.GetUtcNow();
        var reading = Task.WhenAll(
            group.Select(turn => store.IsUsedAsync(id, turn.Applicant.Email, CancellationToken.None)));
        var stored = await store.ReadSeatsAsync(id, CancellationToken.None);
        var known = await reading;
        if (stored is null || await SessionAsync(stored.Seats, now) is not { } programmed)
        {
            Answer(group, new SeatOutcome.UnknownSession());
            return;
        }

        // the message about a change of the programme may not have come yet
        var seats = programmed.ETag == stored.Seats.Programme ? stored.Seats : stored.Seats.Follow(programmed, now);
        var session = programmed.Session;
        if (Vacancy.Closed(session, now) is { WhyClosed: { } why })
        {
            Answer(group, new SeatOutcome.NotOpen(why));
            return;
        }

        var places = new List<Place>();
        foreach (var (turn, isKnown) in group.Zip(known))
        {
            if (turn.Applicant.Mode is null && session.SeatsOnline is not null) turn.Outcome.SetResult(new SeatOutcome.ModeMissing());
            else places.Add(PlaceOf(turn, turn.Applicant.For(session), isKnown, places is [.., var last] ? last.After : seats, now));
        }

        group.RemoveAll(turn => turn.Outcome.Task.IsCompleted);
        if (places is []) return;

        var transaction = store.Begin(id).Replace(places[^1].After, stored.ETag);
        foreach (var place in places) place.AddTo(transaction, now);
        publish(await transaction.SubmitAsync(CancellationToken.None));

        foreach (var place in places) place.Turn.Outcome.SetResult(new SeatOutcome.Received(place.Found));
        group.Clear();
    }

    Place PlaceOf(Turn turn, Applicant applicant, bool isKnown, Seats seats, DateTimeOffset now)
    {
        var mode = applicant.Mode ?? AttendanceMode.OnSite;
        var found = seats.Of(mode).Availability;
        if (isKnown) return new(turn, applicant, found, seats, null);

        var (after, state, number) = seats.Admit(mode);
        return new(turn, applicant, found, after, applicant.ToAttendee(store.KeyOf(applicant), state, number, now));
    }

    static void Answer(List<Turn> group, SeatOutcome outcome)
    {
        foreach (var turn in group) turn.Outcome.SetResult(outcome);
        group.Clear();
    }

    sealed record Turn(Applicant Applicant)
    {
        public TaskCompletionSource<SeatOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <param name="Turn">Whose it is.</param>
    /// <param name="Applicant">Who applied.</param>
    /// <param name="Found">The seats as the applicant finds them.</param>
    /// <param name="After">The seats as the next one finds them.</param>
    /// <param name="Attendee">null if the address is known: the place is decided after the answer.</param>
    sealed record Place(Turn Turn, Applicant Applicant, Availability Found, Seats After, Attendee? Attendee)
    {
        public void AddTo(SeatTransaction transaction, DateTimeOffset now)
        {
            if (Attendee is { } attendee) transaction.Take(attendee, Applicant, AddressUse.None, now);
            else transaction.Add(new PendingApplication(Guid.CreateVersion7().ToString("N"), Applicant), now);
        }
    }
}
