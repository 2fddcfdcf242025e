using Microsoft.Extensions.Options;
using ThaffFunctions.Documentation;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Site;

/// <summary>Combines sessions with the current time and the free seats.</summary>
public sealed class SessionListings(
    SeatQuery seats, DocumentationQuery documentation, IOptions<RegistrationOptions> registration, TimeProvider clock)
{
    public async Task<SessionListing> OfAsync(Session session, CancellationToken cancellation)
    {
        try
        {
            var listing = Of(session, await seats.AskAsync(session, cancellation));
            return listing with
            {
                IsDocumented = listing.IsPast && await documentation.IsPublicAsync(session.Id, cancellation),
            };
        }
        catch (UnreadableException)
        {
            return Of(session, Vacancy.Unknown);
        }
    }

    public Task<SessionListing[]> OfAsync(IEnumerable<Session> sessions, CancellationToken cancellation) =>
        Task.WhenAll(sessions.Select(session => OfAsync(session, cancellation)));

    public SessionListing Of(Session session, Vacancy vacancy) => new(session, vacancy, session.IsPastAt(clock.GetUtcNow()))
    {
        FreeSeats = vacancy.FreeSeats(registration.Value.FreeSeats),
    };
}
