namespace ThaffFunctions.Programme.Staff;

/// <summary>What staff must have thought of before they save a change of a session, because people are worse off after it.</summary>
public sealed class SessionConsequences(IEnumerable<SessionConsequence> others, TimeProvider clock)
{
    /// <summary>What a cancellation means.</summary>
    public const string OfCancelling = "Alle mit Platz oder auf der Warteliste bekommen nach 15 Minuten eine E-Mail, und Aussendungen zu diesem Termin gehen nicht mehr hinaus.";

    /// <summary>What the cancellation of a session that is over means.</summary>
    public const string OfCancellingLate = "Er ist schon vorbei: Niemand bekommt eine E-Mail, aber er steht dann überall als abgesagt.";

    /// <returns>Sentences for staff; none if there is nothing to confirm.</returns>
    public async Task<IReadOnlyList<string>> OfAsync(Session before, Session after, CancellationToken cancellation)
    {
        List<string> all = [];
        if (after.IsCancelled && !before.IsCancelled)
            all.Add($"Der Termin fällt aus. {(after.IsPastAt(clock.GetUtcNow()) ? OfCancellingLate : OfCancelling)}");
        foreach (var other in others) all.AddRange(await other(before, after, cancellation));
        return all;
    }
}
