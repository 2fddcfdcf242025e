namespace ThaffFunctions.Registration;

/// <summary>What an attendee was told of the session last. It decides who gets a mail about a change, and that nobody gets two.</summary>
/// <param name="Appointment">As the last mail told it.</param>
/// <param name="By">Names that mail's delivery.</param>
public sealed record Told(Appointment Appointment, string By)
{
    /// <summary>Of somebody who is not registered yet.</summary>
    public static readonly Told Nothing = new(Appointment.Unknown, "");

    /// <summary>What was told before; null if this was the first mail.</summary>
    public Appointment? Before { get; init; }

    /// <param name="now">What is true when the mail is made.</param>
    /// <param name="by">Names its delivery.</param>
    /// <param name="wasPerhapsSent">An earlier try may have reached the mail service.</param>
    public Told Tell(Appointment now, string by, bool wasPerhapsSent)
    {
        if (now == Appointment) return this;
        if (by != By) return new(now, by) { Before = Appointment };

        // the same mail, made again after yet another change
        if (!wasPerhapsSent && now == Before) return new(now, "");
        return this with { Appointment = now, Before = Before == now ? Appointment : Before };
    }
}
