using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Operations.Failures;

/// <summary>What did not happen when a message was given up, by its queue.</summary>
static class LeftBehindWords
{
    public static string Of(string queue) => queue switch
    {
        Queues.ProgrammeEvents => "Eine Programmdatei ist nicht übernommen.",
        Queues.NotesEvents => "Eine Datei zu einer Dokumentation ist nicht weiterverarbeitet.",
        Queues.ContactEvents => "Eine Datei mit Kontakten ist nicht eingelesen.",
        Queues.SessionChanges => "Zu einem geänderten Termin sind Plätze, Warteliste und E-Mails nicht nachgeführt.",
        Queues.Publications => "Eine Dokumentation ist nicht erneuert.",
        Queues.FirstPublications => "Zu einer neuen Dokumentation ist die Nachlese nicht vorbereitet.",
        Queues.YearVolumes => "Ein Jahresband ist nicht erneuert.",
        Queues.GoodPractice => "Der Good-Practice-Bericht ist nicht erneuert.",
        Queues.Deliveries => "Eine E-Mail ist nicht verschickt.",
        Queues.DeliveryBatches => "Ein Teil der E-Mails einer Aussendung ist nicht verschickt.",
        Queues.CampaignExpansions => "Ein Teil der Empfänger*innen einer Aussendung ist nicht zusammengestellt.",
        Queues.Applications => "Eine Anmeldung mit einer schon bekannten Adresse ist nicht bearbeitet.",
        Queues.NewsletterRequests => "Ein bei der Anmeldung bestellter Newsletter ist nicht eingetragen.",
        _ => "Ein Vorgang ist nicht abgeschlossen.",
    };
}
