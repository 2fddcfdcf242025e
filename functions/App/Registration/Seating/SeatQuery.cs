using ThaffFunctions.Programme;

namespace ThaffFunctions.Registration.Seating;

/// <summary>For other slices: whether a session still takes registrations.</summary>
public sealed class SeatQuery(SeatStore store, TimeProvider clock)
{
    public async Task<Vacancy> AskAsync(Session session, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (Vacancy.Closed(session, now) is { } closed) return closed;

        var stored = await store.ReadAsync(session.Id, cancellation);
        return Vacancy.Of(session, stored?.Seats ?? Seats.Of(session), now);
    }
}
