using ThaffFunctions.Programme;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Registration;

/// <summary>How pages, mails and files call how somebody takes part, and how forms and programs write it.</summary>
static class AttendanceWords
{
    public static string Of(AttendanceMode mode) => Of(mode, Language.German);

    public static string Of(AttendanceMode mode, Language language) =>
        mode == AttendanceMode.Online ? "online" : language.Say("vor Ort", "on site");

    /// <summary>Empty where all seats of the session are alike.</summary>
    public static string Of(Attendee attendee, Session session) => Of(attendee, session, Language.German);

    /// <inheritdoc cref="Of(Attendee, Session)"/>
    public static string Of(Attendee attendee, Session session, Language language) =>
        session.SeatsOnline is null && attendee.Mode == AttendanceMode.OnSite ? "" : Of(attendee.Mode, language);

    public static string KeyOf(AttendanceMode mode) => mode == AttendanceMode.Online ? "online" : "onSite";

    public static AttendanceMode? Find(string key) =>
        Enum.GetValues<AttendanceMode>().Where(mode => KeyOf(mode) == key).Select(mode => (AttendanceMode?)mode).FirstOrDefault();

    public static AttendanceMode Other(AttendanceMode mode) =>
        mode == AttendanceMode.Online ? AttendanceMode.OnSite : AttendanceMode.Online;
}
