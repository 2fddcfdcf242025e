using ThaffFunctions.Programme;

namespace ThaffFunctions.Registration.Managing;

/// <summary>For how long who cancelled by mistake may take the seat back; whether it is still free is another question.</summary>
static class CancellationUndo
{
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(10);

    /// <returns>Until when; null if not, or not any more.</returns>
    public static DateTimeOffset? UndoableUntil(this Attendee attendee, Session session, DateTimeOffset now) =>
        attendee.State == AttendeeState.Cancelled && attendee.CancelledAt + Time is { } until && now < until
        && !session.IsCancelled && now < session.Start
            ? until
            : null;
}
