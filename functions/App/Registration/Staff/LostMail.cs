using ThaffFunctions.Mail.Deliveries;

namespace ThaffFunctions.Registration.Staff;

/// <summary>A mail about their session that did not reach somebody.</summary>
/// <param name="Mail">The last one.</param>
/// <param name="About">The mail as staff call it.</param>
/// <param name="Why">A sentence for staff.</param>
/// <param name="IsRepeated">Whether one that says how they stand is under way.</param>
public sealed record LostMail(DeliveryId Mail, string About, string Why, bool IsRepeated)
{
    /// <summary>As the list of registrations calls it.</summary>
    public string InList => $"E-Mail kam nicht an{(IsRepeated ? ", geht noch einmal hinaus" : "")}";

    /// <summary>What the start page says of one or more of a session.</summary>
    public static string InWords(IReadOnlyList<LostMail> lost)
    {
        var repeated = lost.Count(mail => mail.IsRepeated);
        return $"{(lost.Count == 1 ? "1 Person hat" : $"{lost.Count} Personen haben")} eine E-Mail zum Termin nicht bekommen"
            + (repeated == 0 ? "" : repeated == lost.Count ? "; sie geht noch einmal hinaus" : $"; an {repeated} davon geht sie noch einmal hinaus");
    }
}
