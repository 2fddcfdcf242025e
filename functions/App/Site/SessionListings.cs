using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Site;

/// <summary>Puts sessions beside what the clock and the seats say of them.</summary>
public sealed class SessionListings(SeatQuery seats, TimeProvider clock)
{
    public async Task<SessionListing> OfAsync(Session session, CancellationToken cancellation)
    {
        try
        {
            return Of(session, await seats.AvailabilityAsync(session, cancellation));
        }
        catch (UnreadableException)
        {
            return Of(session, Availability.Closed); // as long as its seats cannot be read, nobody can register
        }
    }

    public Task<SessionListing[]> OfAsync(IEnumerable<Session> sessions, CancellationToken cancellation) =>
        Task.WhenAll(sessions.Select(session => OfAsync(session, cancellation)));

    public SessionListing Of(Session session, Availability availability) => new(session, availability, session.IsPastAt(clock.GetUtcNow()));
}
