using System.Globalization;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Programme.Import;

/// <summary>Dates and times as people and Excel write them. They mean local time in Europe/Berlin.</summary>
static class FileTime
{
    static readonly string[] Dates = ["yyyy-MM-dd", "d.M.yyyy"];
    static readonly string[] Times = ["H:mm", "H:mm:ss", "H:mm 'Uhr'", "H.mm", "H.mm 'Uhr'"];

    public static DateOnly? ReadDate(string text) =>
        DateOnly.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= 2000 and < 2100 ? date : null;

    public static TimeOnly? ReadTime(string text) =>
        TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <param name="text">A date with or without a time.</param>
    /// <param name="wholeDay">Without a time, the end of the day is meant, not its beginning.</param>
    public static DateTimeOffset? ReadMoment(string text, bool wholeDay)
    {
        if (ReadDate(text) is { } day) return Berlin.AtOrAfter(wholeDay ? day.AddDays(1) : day, TimeOnly.MinValue);

        var split = text.IndexOfAny([' ', 'T']);
        return split > 0 && ReadDate(text[..split]) is { } date && ReadTime(text[(split + 1)..].Trim()) is { } time ? Berlin.At(date, time)
            : null;
    }
}
