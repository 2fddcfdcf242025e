using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Registration.Staff;

/// <summary>The columns of a session's registrations as CSV and XLSX.</summary>
static class RegistrationColumns
{
    public static readonly IReadOnlyList<string> Titles =
    [
        "Stand", "Vorname", "Nachname", "E-Mail-Adresse", "Unternehmen oder Einrichtung", "Branche", "Landkreis oder kreisfreie Stadt",
        "Frage an die Runde", "Angemeldet am", "Sprache", "Telefon", "Teilnahme",
    ];

    /// <summary>In the order of <see cref="Titles"/>.</summary>
    public static IReadOnlyList<string> CellsOf(Attendee attendee, Session session) =>
    [
        RegistrationWords.StateOf(attendee), attendee.FirstName, attendee.LastName,
        attendee.Email.HasMailbox ? attendee.Email.Value : "", attendee.Company,
        attendee.Sector.Name, attendee.Region.Name, attendee.Question,
        Berlin.Local(attendee.RegisteredAt).ToString("dd.MM.yyyy HH:mm", Berlin.German), attendee.Language.CalledByStaff, attendee.Phone,
        AttendanceWords.Of(attendee, session),
    ];
}
