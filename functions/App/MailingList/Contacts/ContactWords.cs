using ThaffFunctions.MailingList.Import;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.MailingList.Contacts;

/// <summary>What became of addresses that staff entered, in German.</summary>
static class ContactWords
{
    public const string HasLeft =
        "Diese Adresse hat den Newsletter abbestellt oder wurde gelöscht. Nur die Person selbst kann ihn wieder bestellen.";

    public const string Suppressed =
        "An diese Adresse darf nichts gesendet werden: Das Postfach weist Nachrichten ab, oder die Person hat sich beschwert.";

    /// <summary>What makes an address that is entered with evidence get what staff write.</summary>
    public const string Announcements = "Mitteilungen an den Verteiler bekommt eine Adresse mit Nachweis nur, wenn in der Quelle das Wort "
        + "„Mitteilungen“ steht; schreiben Sie es hinein, wenn auch darin eingewilligt wurde.";

    public static string Of(AddOutcome outcome) => outcome switch
    {
        AddOutcome.Added => "Die Adresse steht jetzt im Verteiler; der Nachweis der Einwilligung ist gespeichert.",
        AddOutcome.Asked => "Die Adresse hat eine E-Mail bekommen und steht erst im Verteiler, wenn sie dort bestätigt.",
        AddOutcome.OnList => "Diese Adresse steht schon im Verteiler. Es wurde nichts geändert.",
        AddOutcome.Waiting => "Diese Adresse wurde schon gefragt und hat noch nicht bestätigt. Es wurde nichts geändert. Ist die E-Mail "
            + "verloren, suchen Sie die Adresse unter „Verteiler“: Dort geht sie noch einmal hinaus.",
        AddOutcome.HasLeft => HasLeft,
        _ => Suppressed,
    };

    public static string Of(ContactReport report)
    {
        (int Count, string Words)[] parts =
        [
            (report.CountOf(AddOutcome.Added), "aufgenommen"), (report.CountOf(AddOutcome.Asked), "um Bestätigung gebeten"),
            (report.CountOf(AddOutcome.OnList), "standen schon im Verteiler"), (report.CountOf(AddOutcome.Waiting), "waren schon gefragt"),
            (report.CountOf(AddOutcome.HasLeft), "haben abbestellt"), (report.CountOf(AddOutcome.Suppressed), "sind gesperrt"),
            (report.RefusedLines, "nicht lesbar"),
        ];
        var said = parts.Where(part => part.Count > 0).Select(part => $"{part.Count.ToString("N0", Berlin.German)} {part.Words}");
        return $"{string.Join(", ", said)}.";
    }
}
