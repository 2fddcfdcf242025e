using ThaffFunctions.Programme;
using ThaffFunctions.Registration;

namespace ThaffFunctions.Site;

/// <summary>Combines sessions with the current time and the free seats.</summary>
public sealed class SessionListings(SeatQuery seats, TimeProvider clock)
{
    public async Task<SessionListing> OfAsync(Session session, CancellationToken cancellation) =>
        Of(session, await seats.AvailabilityAsync(session, cancellation));

    public Task<SessionListing[]> OfAsync(IEnumerable<Session> sessions, CancellationToken cancellation) =>
        Task.WhenAll(sessions.Select(session => OfAsync(session, cancellation)));

    public SessionListing Of(Session session, Availability availability) => new(session, availability, session.IsPastAt(clock.GetUtcNow()));
}
