using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Site;

/// <summary>Combines sessions with the current time and the free seats.</summary>
public sealed class SessionListings(SeatQuery seats, TimeProvider clock)
{
    public async Task<SessionListing> OfAsync(Session session, CancellationToken cancellation)
    {
        try
        {
            return Of(session, await seats.AskAsync(session, cancellation));
        }
        catch (UnreadableException)
        {
            return Of(session, Vacancy.Unknown);
        }
    }

    public Task<SessionListing[]> OfAsync(IEnumerable<Session> sessions, CancellationToken cancellation) =>
        Task.WhenAll(sessions.Select(session => OfAsync(session, cancellation)));

    public SessionListing Of(Session session, Vacancy vacancy) => new(session, vacancy, session.IsPastAt(clock.GetUtcNow()));
}
