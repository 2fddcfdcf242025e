using System.Text;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Programme.Import;

/// <summary>How the fields are called: English in YAML, German as column titles in CSV; either is understood in both.</summary>
static class FieldNames
{
    static readonly (SessionField Field, string English, string German, string[] Others)[] Names =
    [
        (SessionField.Id, "id", "Kennung", ["session"]),
        (SessionField.Title, "title", "Titel", ["Thema"]),
        (SessionField.Focus, "focus", "Schwerpunkt", []),
        (SessionField.Description, "description", "Beschreibung", []),
        (SessionField.Date, "date", "Datum", []),
        (SessionField.Start, "start", "Beginn", ["von"]),
        (SessionField.End, "end", "Ende", ["bis"]),
        (SessionField.Place, "place", "Ort", ["location", "venue", "Veranstaltungsort"]),
        (SessionField.Region, "region", "Region", ["Landkreis"]),
        (SessionField.OnlineLink, "onlineLink", "Online-Link", ["online", "link", "Zugangslink"]),
        (SessionField.Seats, "seats", "Plätze", ["Platzzahl", "capacity"]),
        (SessionField.Speakers, "speakers", "Referierende", ["Referent*innen", "Referenten"]),
        (SessionField.Moderators, "moderators", "Moderation", ["moderator"]),
        (SessionField.Partners, "partners", "Partner", []),
        (SessionField.RegistrationOpens, "registrationOpens", "Anmeldung ab", ["opens", "Anmeldebeginn"]),
        (SessionField.RegistrationCloses, "registrationCloses", "Anmeldung bis", ["closes", "Anmeldeschluss"]),
        (SessionField.Status, "status", "Status", []),
        (SessionField.Sectors, "sectors", "Branchen", ["Branche", "sector"]),
        (SessionField.Directions, "directions", "Anfahrt", ["Wegbeschreibung"]),
        (SessionField.NeedsUntil, "needsUntil", "Bedarf bis", ["Unterstützungsbedarf bis"]),
        (SessionField.SeatsOnline, "seatsOnline", "Plätze online", ["Online-Plätze"]),
    ];

    static readonly Dictionary<string, SessionField> ByName = Names
        .SelectMany(name => name.Others.Append(name.English).Append(name.German).Select(spelling => (Key: Fold(spelling), name.Field)))
        .DistinctBy(entry => entry.Key)
        .ToDictionary(entry => entry.Key, entry => entry.Field);

    public static SessionField? Find(string name) => ByName.TryGetValue(Fold(name), out var field) ? field : null;

    public static string NameOf(SessionField field, bool german) => german ? Names[(int)field].German : Names[(int)field].English;

    public static string AllNames(bool german) => string.Join(", ", Names.Select(name => german ? name.German : name.English));

    /// <summary>
    /// Letters and digits only, in lower case, umlauts written out: "Online-Link", "online_link" and "onlineLink" are one name.
    /// </summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder();
        foreach (var letter in Composed.Of(name).ToLowerInvariant())
        {
            folded.Append(letter switch
            {
                'ä' => "ae",
                'ö' => "oe",
                'ü' => "ue",
                'ß' => "ss",
                _ when char.IsLetterOrDigit(letter) => letter.ToString(),
                _ => "",
            });
        }

        return folded.ToString();
    }
}
