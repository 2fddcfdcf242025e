using ThaffFunctions.Programme;

namespace ThaffFunctions.Registration.Seating;

/// <summary>Until when a seat that is given back goes to who waits.</summary>
static class PromotionDeadline
{
    /// <summary>How many hours before a session nobody moves up any more: nobody is called in overnight.</summary>
    public const int HoursBefore = 24;

    public static bool IsOpenAt(DateTimeOffset moment, Session session) =>
        !session.IsCancelled && moment < session.Start.AddHours(-HoursBefore);
}
