using Microsoft.Extensions.Logging;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Changes;

/// <summary>
/// A session was moved, has another place or online link, is cancelled or takes place after all: once the change is due, writes a delivery
/// for everybody who has a seat or waits and was told otherwise. Idempotent: the rows follow from change and attendee, and the change stays
/// in the seats row until all are written.
/// </summary>
public sealed partial class ChangeNotifier(
    RegistrationStore registrations, SeatStore seatStore, ProgrammeQuery programme, MessageSender messages, TimeProvider clock,
    ILogger<ChangeNotifier> log)
{
    /// <returns>How long until the change is due; null if there is none to wait for.</returns>
    public async Task<TimeSpan?> RunAsync(SessionId id, CancellationToken cancellation)
    {
        if (await seatStore.ReadAsync(id, cancellation) is not { Seats: { Change: { } change } seats }) return null;

        var now = clock.GetUtcNow();
        if (now < change.Due) return change.Due - now;

        // Nobody is told of a date that is past, which is a mistake; the change waits for the next one.
        if (await programme.FindAsync(id, cancellation) is not { } session || session.IsPastAt(now)) return null;

        var count = 0;
        var toTell = registrations.ExpectedAsync(id, cancellation)
            .Where(attendee => attendee.Told.Appointment != seats.Appointment.As(attendee.Mode));
        await foreach (var some in toTell.Chunk(TableRows.TransactionSize).WithCancellation(cancellation))
        {
            var keys = some.Select(attendee => attendee.Key);
            foreach (var mail in await registrations.AddMailsAsync(id, change.Id, ChangeMail.KindName, keys, now, cancellation))
                await messages.SendAsync(Queues.Deliveries, mail.ToString(), cancellation: cancellation);
            count += some.Length;
        }

        await EndAsync(id, change, cancellation);
        Log.Told(log, id, count);
        return null;
    }

    /// <summary>Everybody was told of this change. A later one stays.</summary>
    Task EndAsync(SessionId session, PendingChange change, CancellationToken cancellation) => OptimisticConcurrency.RetryAsync(
        async () =>
        {
            if (await seatStore.ReadAsync(session, cancellation) is { } stored && stored.Seats.Change == change)
                await seatStore.Begin(session).Replace(stored.Seats with { Change = null }, stored.ETag).SubmitAsync(cancellation);
        },
        cancellation);

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Session} has changed: {Count} people are told")]
        public static partial void Told(ILogger log, SessionId session, int count);
    }
}
