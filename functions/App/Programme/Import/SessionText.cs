using System.Globalization;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Programme.Import;

/// <summary>
/// A session as a programme file would have it, field by field, every field named, those that say nothing empty. Forms, files and
/// comparisons share it; read back, it is the same session. Names stand one in a line.
/// </summary>
static class SessionText
{
    public static readonly IReadOnlyList<SessionField> Fields = Enum.GetValues<SessionField>();

    public static bool IsMoment(SessionField field) =>
        field is SessionField.RegistrationOpens or SessionField.RegistrationCloses or SessionField.NeedsUntil;

    public static bool IsList(SessionField field) =>
        field is SessionField.Speakers or SessionField.Moderators or SessionField.Partners or SessionField.Sectors;

    public static IReadOnlyDictionary<SessionField, string> Of(Session session) => new Dictionary<SessionField, string>
    {
        [SessionField.Id] = session.Id.Value,
        [SessionField.Title] = session.Title,
        [SessionField.Focus] = session.Focus,
        [SessionField.Description] = session.Description,
        [SessionField.Date] = Local(session.Start, "yyyy-MM-dd"),
        [SessionField.Start] = Time(session.Start),
        [SessionField.End] = Time(session.End),
        [SessionField.Place] = session.Place ?? "",
        [SessionField.Region] = session.Region?.Name ?? "",
        [SessionField.OnlineLink] = session.OnlineLink?.OriginalString ?? "",
        [SessionField.Seats] = session.Seats.ToString(CultureInfo.InvariantCulture),
        [SessionField.Speakers] = string.Join('\n', session.Speakers),
        [SessionField.Moderators] = string.Join('\n', session.Moderators),
        [SessionField.Partners] = string.Join('\n', session.Partners),
        // where it is as it would be without a word, a change of the start changes it too
        [SessionField.RegistrationOpens] = session.RegistrationOpens == Berlin.Local(session.Start).AddYears(-1) ? ""
            : Moment(session.RegistrationOpens),
        [SessionField.RegistrationCloses] = session.RegistrationCloses == session.Start ? "" : Moment(session.RegistrationCloses),
        [SessionField.Status] = session.IsCancelled ? "cancelled" : "scheduled",
        [SessionField.Sectors] = string.Join('\n', session.Sectors.Select(sector => sector.Name)),
        [SessionField.Directions] = session.Directions,
        [SessionField.NeedsUntil] = session.NeedsUntil is { } until ? Moment(until) : "",
        [SessionField.SeatsOnline] = session.SeatsOnline?.ToString(CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Reads fields as those of a file; problems name them in German.</summary>
    /// <returns>The session; null if anything is wrong.</returns>
    public static Session? Read(IReadOnlyDictionary<SessionField, string> fields, List<FileProblem> problems) => SessionReader.Read(
        new(1, IsGerman: true, fields.Where(field => !string.IsNullOrWhiteSpace(field.Value)).ToDictionary(field => field.Key,
            field => new FileValue(FieldNames.NameOf(field.Key, german: true), 1, [Composed.Of(field.Value)]))), problems);

    /// <summary>A text for people: what a field says, or that it says nothing.</summary>
    public static string Shown(SessionField field, string text) => field switch
    {
        _ when text.Length == 0 => "–",
        SessionField.Status => text == "cancelled" ? "abgesagt" : "geplant",
        _ when field == SessionField.Date || IsMoment(field) => German(text),
        _ when IsList(field) => text.Replace("\n", " | ", StringComparison.Ordinal),
        _ => text,
    };

    /// <summary>2027-03-09 18:00 as 09.03.2027 18:00.</summary>
    public static string German(string moment) =>
        moment.Length >= 10 ? $"{moment[8..10]}.{moment[5..7]}.{moment[..4]}{moment[10..]}" : moment;

    static string Moment(DateTimeOffset instant) => $"{Local(instant, "yyyy-MM-dd")} {Time(instant)}";

    static string Time(DateTimeOffset instant) => Local(instant, Berlin.Local(instant).Second == 0 ? "HH:mm" : "HH:mm:ss");

    static string Local(DateTimeOffset instant, string format) => Berlin.Local(instant).ToString(format, CultureInfo.InvariantCulture);
}
