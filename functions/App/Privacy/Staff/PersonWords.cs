using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Privacy.Staff;

/// <summary>What is stored about a person, in German. What has no word here is named as it is stored: nothing is left out.</summary>
static class PersonWords
{
    public const string Nothing = "Dazu ist nichts gespeichert.";

    /// <summary>What is erased is in backups until they are deleted themselves; restoring one repeats the erasures.</summary>
    public const string InBackups =
        "Die Sicherungen der Tabellen enthalten die Angaben, bis auch sie gelöscht werden; wird eine zurückgespielt, wird noch einmal "
        + "gelöscht.";

    static readonly Dictionary<string, string> Places = new()
    {
        [Tables.Registrations] = "Anmeldungen",
        [Tables.Subscribers] = "Verteiler",
        [Tables.Deliveries] = "Zustellungen und Benachrichtigungen",
        [Tables.Campaigns] = "Aussendungen",
        [Tables.Limits] = "Zähler gegen Missbrauch",
        [Containers.Programme] = "Programmdateien",
        [Containers.Notes] = "Mitschriften",
        [Containers.Documentation] = "Dokumentation",
        [Containers.Contacts] = "Kontaktlisten",
        [Containers.Failed] = "Berichte über Fehler",
    };

    static readonly Dictionary<string, string> Columns = new()
    {
        ["PartitionKey"] = "Gruppe",
        ["RowKey"] = "Schlüssel",
        ["Email"] = "E-Mail-Adresse",
        ["FirstName"] = "Vorname",
        ["LastName"] = "Nachname",
        ["Name"] = "Name",
        ["Phone"] = "Telefon",
        ["CallAbout"] = "Telefonisch mitzuteilen",
        ["Company"] = "Unternehmen",
        ["Organisation"] = "Organisation",
        ["ContactKind"] = "Art",
        ["Sector"] = "Branche",
        ["Sectors"] = "Branchen",
        ["Region"] = "Region",
        ["Regions"] = "Regionen",
        ["Topics"] = "Schwerpunkte",
        ["Documentation"] = "Hinweise auf Dokumentationen",
        ["Question"] = "Frage",
        ["Needs"] = "Bedarf",
        ["Mode"] = "Teilnahme",
        ["Language"] = "Sprache",
        ["State"] = "Stand",
        ["Place"] = "Reihenfolge",
        ["RegisteredAt"] = "Angemeldet",
        ["CancelledAt"] = "Abgesagt",
        ["ConfirmedAt"] = "Bestätigt",
        ["ConfirmedBy"] = "Bestätigt durch",
        ["AskedAt"] = "Bestellt",
        ["AskedFrom"] = "Bestellt über",
        ["Wording"] = "Fassung des Wortlauts",
        ["Text"] = "Wortlaut",
        ["Choice"] = "Auswahl",
        ["LeftAt"] = "Abbestellt",
        ["MailsThatDay"] = "E-Mails an diesem Tag",
        ["MailedOn"] = "Tag der letzten E-Mail dazu",
        ["RequestAskedAt"] = "Bestellt, noch nicht bestätigt",
        ["RequestAskedFrom"] = "Noch nicht bestätigt, bestellt über",
        ["RequestRegions"] = "Gewünschte Regionen",
        ["RequestSectors"] = "Gewünschte Branchen",
        ["RequestTopics"] = "Gewünschte Schwerpunkte",
        ["RequestDocumentation"] = "Gewünschte Hinweise",
        ["RequestWording"] = "Fassung des gezeigten Wortlauts",
        ["Kind"] = "Art der Nachricht",
        ["Recipient"] = "Schlüssel der Person",
        ["QueuedAt"] = "An der Reihe ab",
        ["SendingSince"] = "Versandt",
        ["WaitingSince"] = "Aufgehalten seit",
        ["Attempts"] = "Versuche",
        ["Reason"] = "Grund",
        ["Subject"] = "Betreff",
        ["Notice"] = "Benachrichtigung",
        ["Ends"] = "Gilt bis",
        ["Everything"] = "Keine E-Mails seit",
        ["MailingList"] = "Kein Newsletter seit",
        ["LiftedAt"] = "Aufgehoben",
        ["LiftedBecause"] = "Aufgehoben, weil",
        ["File"] = "Datei",
        ["NeedsOther"] = "Weiterer Bedarf",
        ["NeedState"] = "Antwort auf den Bedarf",
        ["NeedAnswer"] = "Nachricht zum Bedarf",
        ["NeedMails"] = "Zustellungen, die darauf antworten",
        ["NeedAnswers"] = "Prüfsummen dieser Antworten",
        ["ToWaiting"] = "Nur an die Warteliste",
        ["WantsNewsletter"] = "Newsletter gewünscht",
        ["NewsletterAskedFrom"] = "Newsletter bestellt über",
        ["Announcements"] = "Mitteilungen",
        ["Deadline"] = "Genannte Frist",
        ["Told"] = "Zuletzt mitgeteilt",
        ["ToldBefore"] = "Davor mitgeteilt",
        ["ToldBy"] = "Mitgeteilt durch die Zustellung",
        ["ToldByTelephone"] = "Telefonisch mitgeteilt statt durch die Zustellung",
        ["StateMail"] = "Zustellung, die den Stand mitteilt",
        ["RepeatedMail"] = "Zustellung, die ihn noch einmal mitteilt",
        ["RegisteredBy"] = "Mit angemeldet durch (Schlüssel der Anmeldung)",
        ["Revision"] = "Fassung des Kalendereintrags",
        ["Persons"] = "Schlüssel der Anmeldungen mit dieser Adresse",
        ["Sent"] = "E-Mails des letzten Tages (Zeitstempel und Zustellung)",
        ["Taken"] = "Anzahl",
        ["Attendee"] = "Schlüssel der Anmeldung",
        ["DecidedAt"] = "Entschieden",
        ["Recipients"] = "Zahl der Empfänger*innen",
        ["Remaining"] = "Noch vorzubereiten",
        ["Due"] = "Geplant für",
        ["ExpiredClaims"] = "Versuche ohne Ergebnis",
        ["Claim"] = "Kennung des Versuchs",
        ["MessageId"] = "Kennung beim Maildienst",
    };

    /// <summary>Columns of the app's own working, which tell a person little; they stand last.</summary>
    static readonly HashSet<string> Technical =
    [
        "PartitionKey", "RowKey", "Recipient", "ToldBy", "ToldByTelephone", "StateMail", "RepeatedMail", "NeedMails", "NeedAnswers", "RegisteredBy",
        "Revision", "Persons", "Attendee", "Remaining", "Sent", "ExpiredClaims", "Claim", "MessageId",
    ];

    /// <summary>How a row stands, by its table: the same word means something else there.</summary>
    static readonly Dictionary<(string Place, string State), string> States = new()
    {
        [(Tables.Registrations, "Seated")] = "Platz",
        [(Tables.Registrations, "Waiting")] = "Warteliste",
        [(Tables.Registrations, "Cancelled")] = "abgesagt",
        [(Tables.Subscribers, "Pending")] = "noch nicht bestätigt",
        [(Tables.Subscribers, "Active")] = "im Verteiler",
        [(Tables.Subscribers, "Left")] = "abbestellt",
        [(Tables.Campaigns, "Planned")] = "geplant",
        [(Tables.Campaigns, "Held")] = "angehalten",
        [(Tables.Campaigns, "Released")] = "freigegeben",
        [(Tables.Campaigns, "Expanding")] = "wird vorbereitet",
        [(Tables.Campaigns, "Sending")] = "wird versandt",
        [(Tables.Campaigns, "Done")] = "abgeschlossen",
        [(Tables.Campaigns, "Paused")] = "unterbrochen",
        [(Tables.Campaigns, "Cancelled")] = "abgebrochen",
        [(Tables.Campaigns, "Overdue")] = "verpasst",
    };

    /// <summary>The tables that hold mails, and how those stand.</summary>
    static readonly HashSet<string> HoldMails = [Tables.Registrations, Tables.Subscribers, Tables.Deliveries];

    static readonly Dictionary<string, string> StatesOfMails = new()
    {
        ["Queued"] = "wartet",
        ["Sending"] = "wird versandt",
        ["Sent"] = "versandt",
        ["Delivered"] = "angekommen",
        ["Bounced"] = "abgewiesen",
        ["Skipped"] = "ausgelassen",
        ["Failed"] = "fehlgeschlagen",
    };

    /// <summary>What is stored as one of a few words, in whichever table.</summary>
    static readonly Dictionary<(string Column, string Value), string> Choices = new()
    {
        [("Mode", "OnSite")] = "vor Ort",
        [("Mode", "Online")] = "online",
        [("Language", Language.German.Code)] = Language.German.CalledByStaff,
        [("Language", Language.English.Code)] = Language.English.CalledByStaff,
        [("ContactKind", "Company")] = "Unternehmen",
        [("ContactKind", "Multiplier")] = "Multiplikator",
        [("NeedState", "None")] = "kein Bedarf",
        [("NeedState", "New")] = "noch nicht beantwortet",
        [("NeedState", "Told")] = "noch nicht beantwortet",
        [("NeedState", "Granted")] = "zugesagt",
        [("NeedState", "Declined")] = "abgelehnt",
        [("Needs", "gebaerdensprache")] = "Dolmetschen in Deutsche Gebärdensprache",
        [("Needs", "untertitel")] = "Schriftdolmetschen oder Untertitel",
        [("Needs", "stufenlos")] = "Stufenloser Zugang",
        [("Needs", "dolmetschen")] = "Dolmetschen in eine andere Sprache",
        [("Kind", "registration-seated")] = "Anmeldebestätigung",
        [("Kind", "registration-waiting")] = "Bestätigung der Warteliste",
        [("Kind", "registration-promoted")] = "Nachrücken von der Warteliste",
        [("Kind", "registration-switched")] = "Wechsel zwischen vor Ort und online",
        [("Kind", "registration-cancelled")] = "Bestätigung der Absage",
        [("Kind", "registration-waiting-cancelled")] = "Bestätigung der Absage",
        [("Kind", "registration-lapsed")] = "Hinweis: Platz nicht bestätigt",
        [("Kind", "registration-called-off")] = "Hinweis: Termin abgesagt",
        [("Kind", "registration-address-full")] = "Hinweis: zu viele Anmeldungen mit einer Adresse",
        [("Kind", "registration-session-changed")] = "Änderung oder Absage eines Termins",
        [("Kind", "registration-need-answered")] = "Antwort auf Bedarf",
        [("Kind", "subscription-confirmation")] = "Newsletter-Bestätigung",
        [("Kind", "invitation")] = "Einladung",
        [("Kind", "reminder")] = "Erinnerung",
        [("Kind", "follow-up")] = "Nachlese",
        [("Kind", "announcement")] = "Mitteilung",
        [("Kind", "digest")] = "Monatsüberblick",
        [("Kind", "campaign-test")] = "Testnachricht",
        [("Kind", "need-digest")] = "Bedarf von Angemeldeten",
        [("Kind", "question-digest")] = "Fragen der Angemeldeten",
        [("Kind", "staff-notice")] = "Benachrichtigung der Redaktion",
    };

    /// <summary>The address, or the name of somebody without one.</summary>
    public static string Whose(EmailAddress address, IReadOnlyList<PersonalRecord> records) => address.HasMailbox ? address.Value
        : records.Select(record => record.Values).Where(values => values.ContainsKey("LastName"))
            .Select(values => $"{values.GetValueOrDefault("FirstName")} {values["LastName"]}").FirstOrDefault() ?? $"{address}";

    /// <summary>A table, queue or container, as staff call it.</summary>
    public static string PlaceOf(PersonalRecord record) => Places.GetValueOrDefault(record.Place, record.Place);

    /// <summary>What kind of mail it is.</summary>
    public static string MailOf(PersonalRecord record) => TextOf(record.Place, "Kind", record.Values.GetValueOrDefault("Kind"));

    /// <summary>The columns that say something, what people typed before keys and counters.</summary>
    public static IEnumerable<(string Name, string Text)> FactsOf(PersonalRecord record) =>
        from column in record.Values
        let text = TextOf(record.Place, column.Key, column.Value)
        where text.Length > 0
        orderby Technical.Contains(column.Key), !Columns.ContainsKey(column.Key)
        select (Columns.GetValueOrDefault(column.Key, column.Key), text);

    static string TextOf(string place, string column, object? value) => value switch
    {
        null => "",
        DateTimeOffset time => Berlin.Moment(time),
        bool flag => flag ? "ja" : "nein",
        string state when column == "State" => States.GetValueOrDefault((place, state))
            ?? (HoldMails.Contains(place) ? StatesOfMails.GetValueOrDefault(state, state) : state),
        string choice when Choices.TryGetValue((column, choice), out var word) => word,
        string key when column is "Sector" => Sector.FindOfPerson(key)?.Name ?? key,
        string key when column is "Region" => Region.FindOfPerson(key)?.Name ?? key,
        string keys when column is "Sectors" or "RequestSectors" => Each(keys, key => Sector.Find(key)?.Name),
        string keys when column is "Regions" or "RequestRegions" => Each(keys, key => Region.Find(key)?.Name),
        string keys when column is "Needs" => Each(keys, key => Choices.GetValueOrDefault((column, key))),
        string day when column is "MailedOn" && DateOnly.TryParseExact(day, "yyyy-MM-dd", out var date) =>
            date.ToString("d. MMMM yyyy", Berlin.German),
        string moment when column is "WaitingSince" or "Deadline"
            && DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, out var time) => Berlin.Moment(time),
        string appointment when column is "Told" or "ToldBefore" => AppointmentOf(appointment),
        string none when column == "Email" && EmailAddress.ReadNone(none) is { } address => address.ToString(),
        string calls when column == "CallAbout" => string.Join(", ", calls.Split('\n').Select(call => call.Split('\t')[0]).Distinct()),
        _ => $"{value}".Replace('\t', ' ').Trim(),
    };

    static string Each(string keys, Func<string, string?> nameOf) =>
        string.Join("; ", keys.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(key => nameOf(key) ?? key));

    /// <summary>
    /// What somebody was told of when and where a session is; it is stored as JSON. What cannot be read is told as it is stored: a damaged
    /// cell keeps nobody from what is known of them.
    /// </summary>
    static string AppointmentOf(string json)
    {
        try
        {
            if (JsonNode.Parse(json)?["Start"]?.GetValue<DateTimeOffset>() is not { } start) return json;
            if (start.Year <= 1) return "";

            var told = JsonNode.Parse(json)!;
            string?[] parts =
            [
                Berlin.Moment(start), told["Place"]?.GetValue<string>(), told["OnlineLink"]?.GetValue<string>(),
                told["IsCancelled"]?.GetValue<bool>() == true ? "abgesagt" : null,
            ];
            return string.Join("; ", parts.OfType<string>());
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException or FormatException)
        {
            return json;
        }
    }
}
