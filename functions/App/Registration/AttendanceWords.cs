using ThaffFunctions.Programme;

namespace ThaffFunctions.Registration;

/// <summary>How pages, mails and files call how somebody takes part, and how forms and programs write it.</summary>
static class AttendanceWords
{
    public static string Of(AttendanceMode mode) => mode == AttendanceMode.Online ? "online" : "vor Ort";

    /// <summary>Empty where all seats of the session are alike.</summary>
    public static string Of(Attendee attendee, Session session) =>
        session.SeatsOnline is null && attendee.Mode == AttendanceMode.OnSite ? "" : Of(attendee.Mode);

    public static string KeyOf(AttendanceMode mode) => mode == AttendanceMode.Online ? "online" : "onSite";

    public static AttendanceMode? Find(string key) =>
        Enum.GetValues<AttendanceMode>().Where(mode => KeyOf(mode) == key).Select(mode => (AttendanceMode?)mode).FirstOrDefault();

    public static AttendanceMode Other(AttendanceMode mode) =>
        mode == AttendanceMode.Online ? AttendanceMode.OnSite : AttendanceMode.Online;
}
