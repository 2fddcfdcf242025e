using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Azure.Data.Tables;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration;

/// <summary>
/// Gives out the seats of one session. Requests that wait in this process go together: one entity-group transaction replaces the
/// seats row and adds everybody's rows, so that 500 registrations at once cost some twenty transactions. Between instances the seats row's
/// ETag guards: who comes second reads again. Numbers are never remembered, only the session is, as long as the seats row names the ETag it
/// was read with; that registration is open may be said from this memory, that it is not is said of the programme as it is now alone.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "lives as long as the process; a SemaphoreSlim without a wait handle holds nothing")]
sealed class SeatDesk(
    SessionId id, RegistrationStore store, ReturningApplicants returning, ProgrammeQuery programme, TimeProvider clock)
{
    /// <summary>
    /// Beside the seats row, each applicant adds an attendee, an address, a delivery and perhaps a wish for the newsletter.
    /// </summary>
    const int MostRowsOfOne = 4;
    const int MostOfOneGroup = (RegistrationStore.MaxRows - 1) / MostRowsOfOne;

    readonly ConcurrentQueue<Turn> line = new();
    readonly SemaphoreSlim gate = new(1, 1);
    StoredSession? known;

    /// <summary>Waits in line until the place is decided and stored.</summary>
    public async Task<SeatOutcome> TakeAsync(Applicant applicant)
    {
        var turn = new Turn(applicant, store.KeyOf(applicant));
        line.Enqueue(turn);
        await ServeUntilAsync(turn);
        return await turn.Outcome.Task;
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
    /// Read after the seats row: who finds an older session here than the one the row follows next is refused when it writes.
    /// </summary>
    async Task<Session?> SessionAsync(Seats seats, DateTimeOffset now)
    {
        if (known is { } remembered && remembered.ETag == seats.Programme && Vacancy.Closed(remembered.Session, now) is null)
            return remembered.Session;

        known = await programme.FindStoredAsync(id, CancellationToken.None);
        return known?.Session;
    }

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
        while (group.Count < MostOfOneGroup && line.TryPeek(out var next) && addresses.Add(next.Applicant.Email.Canonical)
            && line.TryDequeue(out next))
            group.Add(next);
        return group;
    }

    async Task ServeAsync(List<Turn> group)
    {
        try
        {
            while (group.Count > 0) await Overtaken.DecideAgainAsync(() => TryServeAsync(group), CancellationToken.None);
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
        if (await store.ReadSeatsAsync(id, CancellationToken.None) is not { } stored
            || await SessionAsync(stored.Seats, now) is not { } session)
        {
            Answer(group, new SeatOutcome.UnknownSession());
            return;
        }

        if (Vacancy.Closed(session, now) is { WhyClosed: { } why })
        {
            Answer(group, new SeatOutcome.NotOpen(why));
            return;
        }

        var places = Admit(group, stored.Seats, now);
        var after = places[^1].After;
        var transaction = store.Begin(id).Replace(after, stored.ETag);
        var firstRows = places.ConvertAll(place => place.AddTo(transaction, now));
        try
        {
            await transaction.SubmitAsync(CancellationToken.None);
        }
        catch (TableTransactionFailedException refused) when (refused.Status == 409)
        {
            await ServeKnownAsync(group, refused.FailedTransactionActionIndex, firstRows);
            return;
        }

        foreach (var place in places) place.Turn.Outcome.SetResult(new SeatOutcome.Received(place.Before, place.Attendee.Key, place.Mail));
        group.Clear();
    }

    List<Place> Admit(List<Turn> group, Seats seats, DateTimeOffset now)
    {
        var places = new List<Place>();
        foreach (var turn in group)
        {
            var (after, state, number) = seats.Admit();
            var attendee = turn.Applicant.Seat(turn.Key, state, number, now);
            places.Add(new(turn, seats, after, attendee, RegistrationStore.NewDelivery(id)));
            seats = after;
        }

        return places;
    }

    /// <summary>
    /// The one whose person or address was there already leaves the group and is served alone; the first, if the service does not say
    /// which.
    /// </summary>
    async Task ServeKnownAsync(List<Turn> group, int? failedRow, List<int> firstRows)
    {
        var turn = group[Math.Max(0, firstRows.FindLastIndex(first => first <= failedRow))];
        group.Remove(turn);
        try
        {
            turn.Outcome.SetResult(await returning.TakeAsync(turn.Applicant, CancellationToken.None));
        }
        catch (Exception failure)
        {
            turn.Outcome.SetException(failure);
        }
    }

    static void Answer(List<Turn> group, SeatOutcome outcome)
    {
        foreach (var turn in group) turn.Outcome.SetResult(outcome);
        group.Clear();
    }

    sealed record Turn(Applicant Applicant, string Key)
    {
        public TaskCompletionSource<SeatOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    sealed record Place(Turn Turn, Seats Before, Seats After, Attendee Attendee, DeliveryId Mail)
    {
        /// <returns>The number of this applicant's first row in the transaction.</returns>
        public int AddTo(SeatTransaction transaction, DateTimeOffset now)
        {
            var first = transaction.Count;
            transaction.Put(Attendee).PutAddress(Attendee.Email).AddDelivery(Mail, RegistrationMail.KindOf(Attendee.State), Attendee.Key,
                now);
            if (Attendee.WantsNewsletter) transaction.AddWish(Attendee.Key);
            return first;
        }
    }
}
