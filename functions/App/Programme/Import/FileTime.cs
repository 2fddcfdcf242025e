using System.Globalization;
using System.Text.RegularExpressions;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Programme.Import;

/// <summary>Dates and times as people and Excel write them. They mean local time in Europe/Berlin.</summary>
static partial class FileTime
{
    static readonly string[] Dates = ["yyyy-MM-dd", "d.M.yyyy"];

    public static DateOnly? ReadDate(string text) =>
        DateOnly.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= 2000 and < 2100 ? date : null;

    /// <summary>10:30, 10.30 Uhr, 10 Uhr 30, 10 h; a number alone is no time.</summary>
    public static TimeOnly? ReadTime(string text)
    {
        if (WrittenTime().Match(text) is not { Success: true, Groups: var found }) return null;

        var (hour, minute, second) = (Number(found["hour"]), Number(found["minute"]), Number(found["second"]));
        return hour < 24 && minute < 60 && second < 60 ? new(hour, minute, second) : null;
    }

    /// <param name="text">A date with or without a time.</param>
    /// <param name="wholeDay">Without a time, the end of the day is meant, not its beginning.</param>
    public static DateTimeOffset? ReadMoment(string text, bool wholeDay)
    {
        if (ReadDate(text) is { } day) return Berlin.AtOrAfter(wholeDay ? day.AddDays(1) : day, TimeOnly.MinValue);

        var split = text.IndexOfAny([' ', '\u00A0', '\u202F', ',', 'T']);
        return split > 0 && ReadDate(text[..split]) is { } date && ReadTime(text[(split + 1)..].Trim()) is { } time ? Berlin.At(date, time)
            : null;
    }

    static int Number(Group digits) => digits.Success ? int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(?<hour>[0-9]{1,2})([:.](?<minute>[0-9]{2})(:(?<second>[0-9]{2}))?(\s*(Uhr|h))?|\s*(Uhr|h)(\s*(?<minute>[0-9]{2}))?)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WrittenTime();
}
