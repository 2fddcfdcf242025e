using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Tests.Shared.Time;

public sealed class HolidaysTests
{
    [Theory]
    [InlineData(1961, "04-02")]
    [InlineData(2000, "04-23")]
    [InlineData(2024, "03-31")]
    [InlineData(2026, "04-05")]
    [InlineData(2027, "03-28")]
    [InlineData(2038, "04-25")] // the latest there is
    [InlineData(2285, "03-22")] // the earliest
    public void Easter_is_found_in_any_year(int year, string day) => Assert.Equal($"{year}-{day}", $"{Holidays.Easter(year):yyyy-MM-dd}");

    [Fact]
    public void Thuringia_keeps_these_days()
    {
        var year = Enumerable.Range(0, 365).Select(new DateOnly(2026, 1, 1).AddDays);

        Assert.Equal(
            ["01-01", "04-03", "04-05", "04-06", "05-01", "05-14", "05-24", "05-25", "09-20", "10-03", "10-31", "12-25", "12-26"],
            year.Where(Holidays.IsHoliday).Select(day => $"{day:MM-dd}"));
    }

    [Theory]
    [InlineData("2026-10-05", "2026-10-02")] // Sunday, holiday
    [InlineData("2026-10-06", "2026-10-05")]
    [InlineData("2027-01-04", "2026-12-31")]
    [InlineData("2026-04-07", "2026-04-02")] // after Easter
    public void The_working_day_before_is_none_of_the_weekend_and_no_holiday(string day, string before) =>
        Assert.Equal(DateOnly.Parse(before, null), Holidays.WorkingDayBefore(DateOnly.Parse(day, null)));
}
