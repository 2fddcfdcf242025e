using ThaffFunctions.Registration;

namespace ThaffFunctions.Programme;

/// <summary>Puts sessions beside what the clock and the seats say of them.</summary>
public sealed class SessionListings(SeatQuery seats, TimeProvider clock)
{
    public async Task<SessionListing> OfAsync(Session session, CancellationToken cancellation) =>
        new(session, await seats.AvailabilityAsync(session, cancellation), session.IsPastAt(clock.GetUtcNow()));

    public Task<SessionListing[]> OfAsync(IEnumerable<Session> sessions, CancellationToken cancellation) =>
        Task.WhenAll(sessions.Select(session => OfAsync(session, cancellation)));
}
