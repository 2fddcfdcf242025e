namespace ThaffFunctions.Registration.Changes;

/// <summary>
/// Date and place as the last mail to an attendee stated them: it decides who gets a mail about a change, and that nobody gets two.
/// </summary>
/// <param name="Appointment">As the last mail stated it.</param>
/// <param name="By">The row of that mail's delivery.</param>
public sealed record LastNotification(Appointment Appointment, string By)
{
    /// <summary>Of somebody who is not registered yet.</summary>
    public static readonly LastNotification Nothing = new(Appointment.Unknown, "");

    /// <summary>What the mail before stated; null if this was the first.</summary>
    public Appointment? Before { get; init; }

    /// <summary>
    /// The record after another mail. If the same delivery is composed again and cannot have been sent yet, what it stated first counts for
    /// nothing.
    /// </summary>
    /// <param name="now">What the mail states.</param>
    /// <param name="by">The row of its delivery.</param>
    /// <param name="wasPerhapsSent">An earlier try may have reached the mail service.</param>
    public LastNotification Tell(Appointment now, string by, bool wasPerhapsSent)
    {
        if (now == Appointment) return this;
        if (by != By) return new(now, by) { Before = Appointment };

        // the same mail, made again after yet another change
        if (!wasPerhapsSent && now == Before) return new(now, "");
        return this with { Appointment = now, Before = Before == now ? Appointment : Before };
    }
}
