using ThaffFunctions.Programme;

namespace ThaffFunctions.Registration;

/// <summary>What a page may say about a session's seats.</summary>
public enum Availability { NotYetOpen, Open, WaitingList, Closed }

/// <summary>Whether a session can be registered for.</summary>
public sealed class SeatQuery(TimeProvider clock)
{
    public Task<Availability> AvailabilityAsync(Session session, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return Task.FromResult(
            session.IsCancelled || now >= session.RegistrationCloses || now >= session.Start ? Availability.Closed
            : now < session.RegistrationOpens ? Availability.NotYetOpen
            : Availability.Open);
    }
}
