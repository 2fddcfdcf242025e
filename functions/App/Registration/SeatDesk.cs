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
/// ETag guards: who comes second reads again. The row is remembered with its ETag, so that a lone registration is one transaction
/// and nothing else; a stale memory is found by the service's 412.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "lives as long as the process; a SemaphoreSlim without a wait handle holds nothing")]
sealed class SeatDesk(SessionId session, RegistrationStore store, ReturningApplicants returning, TimeProvider clock)
{
    /// <summary>
    /// Beside the seats row, each applicant adds an attendee, an address, a delivery and perhaps a wish for the newsletter.
    /// </summary>
    const int MostRowsOfOne = 4;
    const int MostOfOneGroup = (RegistrationStore.MaxRows - 1) / MostRowsOfOne;

    readonly ConcurrentQueue<Turn> line = new();
    readonly SemaphoreSlim gate = new(1, 1);
    StoredSeats? known;

    /// <summary>Waits in line until the place is decided and stored.</summary>
    public async Task<SeatOutcome> TakeAsync(Applicant applicant, CancellationToken cancellation)
    {
        if (await SeatsNowAsync(cancellation) is not { } seats) return new SeatOutcome.UnknownSession();
        if (!seats.IsOpenAt(clock.GetUtcNow())) return new SeatOutcome.NotOpen(seats);

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
            known = null;
            gate.Release();
        }
    }

    /// <summary>Open seats may be remembered; "closed" is never said from memory, since the programme may have changed.</summary>
    async Task<Seats?> SeatsNowAsync(CancellationToken cancellation) =>
        known is { } remembered && remembered.Seats.IsOpenAt(clock.GetUtcNow())
            ? remembered.Seats
            : (await store.ReadSeatsAsync(session, cancellation))?.Seats;

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
            known = null;
            foreach (var turn in group) turn.Outcome.TrySetException(failure);
        }
    }

    /// <summary>One transaction for the group; afterwards the group holds whom the next attempt has to serve.</summary>
    async Task TryServeAsync(List<Turn> group)
    {
        var now = clock.GetUtcNow();
        var stored = known ?? await store.ReadSeatsAsync(session, CancellationToken.None)
            ?? throw new InvalidOperationException("The seats row disappeared.");
        if (!stored.Seats.IsOpenAt(now))
        {
            foreach (var turn in group) turn.Outcome.SetResult(new SeatOutcome.NotOpen(stored.Seats));
            group.Clear();
            return;
        }

        var places = Admit(group, stored.Seats, now);
        var after = places[^1].After;
        var transaction = store.Begin(session).Replace(after, stored.ETag);
        var firstRows = places.ConvertAll(place => place.AddTo(transaction, now));
        try
        {
            known = new(after, await transaction.SubmitAsync(CancellationToken.None));
        }
        catch (TableTransactionFailedException refused) when (refused.Status is 404 or 409 or 412)
        {
            known = null;
            if (refused.Status != 409) throw; // another instance was first

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
            places.Add(new(turn, seats, after, attendee, RegistrationStore.NewDelivery(session)));
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
        finally
        {
            known = null;
        }
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
