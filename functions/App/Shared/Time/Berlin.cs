using System.Globalization;

namespace ThaffFunctions.Shared.Time;

/// <summary>
/// The local time zone. Times are stored in UTC; people read and enter them in Europe/Berlin, and only this class converts between the two.
/// </summary>
static class Berlin
{
    public static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");
    static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public static DateOnly Date(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>
    /// The instant of a local time; null in the hour that is skipped in spring. In the hour that is repeated in autumn, the first of the
    /// two instants.
    /// </summary>
    public static DateTimeOffset? At(DateOnly date, TimeOnly time)
    {
        var wall = date.ToDateTime(time);
        if (Zone.IsInvalidTime(wall)) return null;

        var offset = Zone.IsAmbiguousTime(wall) ? Zone.GetAmbiguousTimeOffsets(wall).Max() : Zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset);
    }

    /// <summary>As <see cref="At"/>, for times that the app chooses: a skipped time becomes the same minute one hour later.</summary>
    public static DateTimeOffset AtOrAfter(DateOnly date, TimeOnly time) =>
        At(date, time) ?? At(date, time.AddHours(1))!.Value;

    /// <summary>For example <c>Dienstag, 8. Dezember 2026</c>.</summary>
    public static string Day(DateTimeOffset instant) => Local(instant).ToString("dddd, d. MMMM yyyy", German);

    /// <summary>For example <c>10:00 bis 12:00 Uhr</c>.</summary>
    public static string Hours(DateTimeOffset start, DateTimeOffset end) =>
        string.Create(German, $"{Local(start):HH:mm} bis {Local(end):HH:mm} Uhr");

    /// <summary>For example <c>8. Dezember, 10 Uhr</c>, for the subject of a mail.</summary>
    public static string ShortMoment(DateTimeOffset instant) => $"{ShortDay(instant)}, {ShortHour(instant)}";

    /// <summary>For example <c>8. Dezember</c>.</summary>
    public static string ShortDay(DateTimeOffset instant) => Local(instant).ToString("d. MMMM", German);

    /// <summary>For example <c>10 Uhr</c> or <c>10.30 Uhr</c>.</summary>
    public static string ShortHour(DateTimeOffset instant) =>
        Local(instant).ToString(Local(instant).Minute == 0 ? "H 'Uhr'" : "H.mm 'Uhr'", German);

    /// <summary>For example <c>8. Dezember 2026, 10:00 Uhr</c>.</summary>
    public static string Moment(DateTimeOffset instant) => Local(instant).ToString("d. MMMM yyyy, HH:mm 'Uhr'", German);

    /// <summary>
    /// The end of a period, with its weekday; an end at midnight is written as the day before, for example <c>Montag, 7. Dezember 2026</c>.
    /// </summary>
    public static string Until(DateTimeOffset end) => Local(end).TimeOfDay == TimeSpan.Zero ? Day(end.AddSeconds(-1))
        : $"{Day(end)}, {Local(end):HH:mm} Uhr";
}
