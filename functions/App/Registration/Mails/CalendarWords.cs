using ThaffFunctions.Shared;

namespace ThaffFunctions.Registration.Mails;

/// <summary>
/// What mails say of the calendar entry they carry: it is an attachment, and no calendar takes it by itself. Not all of them replace or
/// remove an entry they have.
/// </summary>
static class CalendarWords
{
    public static readonly Bilingual Add = new(
        "Öffnen Sie den Anhang „termin.ics“, um den Termin in Ihren Kalender einzutragen.",
        "Open the attachment “termin.ics” to add the session to your calendar.");

    public static readonly Bilingual Change = new(
        "Öffnen Sie den Anhang „termin.ics“, um den Eintrag in Ihrem Kalender zu ändern. Bleibt der alte Eintrag stehen, ändern Sie ihn bitte "
        + "von Hand.",
        "Open the attachment “termin.ics” to change the entry in your calendar. If the old entry remains, please change it manually.");

    public static readonly Bilingual Remove = new(
        "Öffnen Sie den Anhang „termin.ics“, um den Termin aus Ihrem Kalender zu entfernen. Bleibt er stehen, löschen Sie ihn bitte von Hand.",
        "Open the attachment “termin.ics” to remove the session from your calendar. If it remains, please delete it manually.");
}
