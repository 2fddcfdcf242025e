using Microsoft.Extensions.Options;
using ThaffFunctions.Documentation;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Site;

/// <summary>Combines sessions with the current time and the free seats.</summary>
public sealed class SessionListings(
    SeatQuery seats, DocumentationQuery documentation, IOptions<RegistrationOptions> registration, TimeProvider clock)
{
    public async Task<SessionListing> OfAsync(Session session, CancellationToken cancellation)
    {
        var listing = await SeatsOfAsync(session, cancellation);
        return listing with { IsDocumented = listing.IsPast && await documentation.IsPublicAsync(session.Id, cancellation) };
    }

    async Task<SessionListing> SeatsOfAsync(Session session, CancellationToken cancellation)
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

    public async Task<SessionListing[]> OfAsync(IEnumerable<Session> sessions, CancellationToken cancellation)
    {
        var documented = (await documentation.PublicAsync(cancellation)).Select(page => page.Session).ToHashSet();
        var listings = await Task.WhenAll(sessions.Select(session => SeatsOfAsync(session, cancellation)));
        return [.. listings.Select(listing => listing with { IsDocumented = listing.IsPast && documented.Contains(listing.Session.Id) })];
    }

    public SessionListing Of(Session session, Vacancy vacancy) => new(session, vacancy, session.IsPastAt(clock.GetUtcNow()))
    {
        FreeSeats = AvailabilityWords.Of(vacancy, registration.Value.FreeSeats),
    };
}
