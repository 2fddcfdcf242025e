using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Privacy.Staff;

/// <summary>What is stored about a person, in German. What has no word here is named as it is stored: nothing is left out.</summary>
static class PersonWords
{
    public const string Nothing = "Dazu ist nichts gespeichert.";

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
        ["MailedOn"] = "Tag der letzten Bitte um Bestätigung",
        ["RequestAskedAt"] = "Erneut bestellt",
        ["RequestAskedFrom"] = "Erneut bestellt über",
        ["RequestRegions"] = "Gewünschte Regionen",
        ["RequestSectors"] = "Gewünschte Branchen",
        ["RequestTopics"] = "Gewünschte Schwerpunkte",
        ["RequestDocumentation"] = "Gewünschte Hinweise",
        ["RequestWording"] = "Fassung des gezeigten Wortlauts",
        ["Kind"] = "Art der Nachricht",
        ["Recipient"] = "Schlüssel der Person",
        ["QueuedAt"] = "Eingereiht",
        ["SendingSince"] = "Versandt",
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
    };

    /// <summary>What is stored as one of a few words.</summary>
    static readonly Dictionary<(string Column, string Value), string> Choices = new()
    {
        [("Mode", "OnSite")] = "vor Ort",
        [("Mode", "Online")] = "online",
        [("Language", Language.German.Code)] = Language.German.CalledByStaff,
        [("Language", Language.English.Code)] = Language.English.CalledByStaff,
    };

    /// <summary>The address, or the name of somebody without one.</summary>
    public static string Whose(EmailAddress address, IReadOnlyList<PersonalRecord> records) => address.HasMailbox ? address.Value
        : records.Select(record => record.Values).Where(values => values.ContainsKey("LastName"))
            .Select(values => $"{values.GetValueOrDefault("FirstName")} {values["LastName"]}").FirstOrDefault() ?? $"{address}";

    public static string PlaceOf(string place) => Places.GetValueOrDefault(place, place);

    /// <summary>The columns that say something, what people typed before keys and counters.</summary>
    public static IEnumerable<(string Name, string Text)> FactsOf(PersonalRecord record) =>
        from column in record.Values
        let text = TextOf(column.Key, column.Value)
        where text.Length > 0
        orderby column.Key is "PartitionKey" or "RowKey", !Columns.ContainsKey(column.Key)
        select (Columns.GetValueOrDefault(column.Key, column.Key), text);

    static string TextOf(string column, object? value) => value switch
    {
        null => "",
        DateTimeOffset time => Berlin.Moment(time),
        bool flag => flag ? "ja" : "nein",
        string choice when Choices.TryGetValue((column, choice), out var word) => word,
        string none when column == "Email" && EmailAddress.ReadNone(none) is { } address => address.ToString(),
        string calls when column == "CallAbout" => string.Join(", ", calls.Split('\n').Select(call => call.Split('\t')[0]).Distinct()),
        _ => $"{value}".Replace('\t', ' ').Trim(),
    };
}
