namespace ThaffFunctions.Registration;

/// <summary>
/// What mails say of the calendar entry they carry: it is an attachment, and no calendar takes it by itself. Not all of them replace or
/// remove an entry they have.
/// </summary>
static class CalendarWords
{
    public const string Add = "Öffnen Sie den Anhang „termin.ics“, um den Termin in Ihren Kalender einzutragen.";

    public const string Change = "Öffnen Sie den Anhang „termin.ics“, um den Eintrag in Ihrem Kalender zu ändern. Bleibt der alte Eintrag "
        + "stehen, ändern Sie ihn bitte von Hand.";

    public const string Remove = "Öffnen Sie den Anhang „termin.ics“, um den Termin aus Ihrem Kalender zu entfernen. Bleibt er stehen, "
        + "löschen Sie ihn bitte von Hand.";
}
