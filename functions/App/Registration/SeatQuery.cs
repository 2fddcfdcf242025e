using ThaffFunctions.Programme;

namespace ThaffFunctions.Registration;

/// <summary>For other slices: whether a session still takes registrations.</summary>
public sealed class SeatQuery(RegistrationStore store, TimeProvider clock)
{
    public async Task<Availability> AvailabilityAsync(Session session, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var programmed = SeatsOf(session);
        if (programmed.At(now) is Availability.Closed or Availability.NotYetOpen) return programmed.At(now);

        var stored = await store.ReadSeatsAsync(session.Id, cancellation);
        return (stored?.Seats ?? programmed).At(now);
    }

    /// <summary>The seats row of a session for which nobody has registered.</summary>
    internal static Seats SeatsOf(Session session) => new(
        session.Seats, 0, 0, 1, session.RegistrationOpens, session.RegistrationCloses, session.Start, session.IsCancelled);
}
