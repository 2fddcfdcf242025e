namespace ThaffFunctions.Shared.Time;

/// <summary>The public holidays of Thuringia (ThürFtG § 2), computed for any year.</summary>
static class Holidays
{
    public static bool IsHoliday(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) or (5, 1) or (9, 20) or (10, 3) or (10, 31) or (12, 25) or (12, 26) => true, // 20 September: Weltkindertag
        _ => (day.DayNumber - Easter(day.Year).DayNumber) is -2 or 0 or 1 or 39 or 49 or 50, // Good Friday to Whit Monday
    };

    /// <summary>Sundays and public holidays.</summary>
    public static bool IsRestDay(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday || IsHoliday(day);

    public static bool IsWorkingDay(DateOnly day) => day.DayOfWeek != DayOfWeek.Saturday && !IsRestDay(day);

    public static DateOnly WorkingDayBefore(DateOnly day)
    {
        do day = day.AddDays(-1);
        while (!IsWorkingDay(day));
        return day;
    }

    /// <summary>Easter Sunday in the Gregorian calendar (the anonymous algorithm, also called Meeus/Jones/Butcher).</summary>
    public static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, ofCentury) = (year / 100, year % 100);
        var moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        var sunday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - moon - ofCentury % 4) % 7;
        var late = (golden + 11 * moon + 22 * sunday) / 451;
        var day = moon + sunday - 7 * late + 114;
        return new(year, day / 31, day % 31 + 1);
    }
}
