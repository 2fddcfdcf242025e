using System.Globalization;

namespace ThaffFunctions.Shared.Time;

/// <summary>
/// Local time. Everything is stored in UTC; what people read or decide by is Europe/Berlin, and only this class converts.
/// </summary>
public static class Berlin
{
    public static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");
    static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public static DateOnly Date(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>
    /// The instant of a wall-clock time; null in the hour that the change to summer time skips. In the repeated hour of autumn, the first.
    /// </summary>
    public static DateTimeOffset? At(DateOnly date, TimeOnly time)
    {
        var wall = date.ToDateTime(time);
        if (Zone.IsInvalidTime(wall)) return null;

        var offset = Zone.IsAmbiguousTime(wall) ? Zone.GetAmbiguousTimeOffsets(wall).Max() : Zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset);
    }

    /// <summary>As <see cref="At"/>, for times we choose ourselves: a skipped time becomes the first one after the gap.</summary>
    public static DateTimeOffset AtOrAfter(DateOnly date, TimeOnly time) =>
        At(date, time) ?? At(date, time.AddHours(1))!.Value;

    /// <summary>Dienstag, 8. Dezember 2026</summary>
    public static string Day(DateTimeOffset instant) => Local(instant).ToString("dddd, d. MMMM yyyy", German);

    /// <summary>10:00 bis 12:00 Uhr</summary>
    public static string Hours(DateTimeOffset start, DateTimeOffset end) =>
        string.Create(German, $"{Local(start):HH:mm} bis {Local(end):HH:mm} Uhr");

    /// <summary>8. Dezember 2026, 10:00 Uhr</summary>
    public static string Moment(DateTimeOffset instant) => Local(instant).ToString("d. MMMM yyyy, HH:mm 'Uhr'", German);

    /// <summary>
    /// As <see cref="Moment"/>, for ends: until midnight means until the end of the day before, Montag, 7. Dezember 2026.
    /// </summary>
    public static string Until(DateTimeOffset end) => Local(end).TimeOfDay == TimeSpan.Zero ? Day(end.AddSeconds(-1)) : Moment(end);
}
