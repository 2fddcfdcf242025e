using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Tests.Programme;

public sealed class SessionWarningsTests
{
    static readonly DateTimeOffset Now = new(2027, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2027-04-13", null)] // a Tuesday
    [InlineData("2027-04-17", "ist an einem Wochenende")]
    [InlineData("2027-04-18", "ist an einem Wochenende")]
    [InlineData("2027-03-26", "ist an einem Feiertag")] // Good Friday
    [InlineData("2027-09-20", "ist an einem Feiertag")] // Weltkindertag, a Monday, in Thuringia only
    [InlineData("2027-10-31", "ist an einem Feiertag")] // Reformation Day, a Sunday
    [InlineData("2027-02-26", "liegt in der Vergangenheit")]
    public void A_day_that_nobody_is_likely_to_mean_is_told_and_why(string day, string? expected)
    {
        var told = SessionWarnings.Of([On(day)], [], Now);

        if (expected is null) Assert.Empty(told);
        else Assert.Contains(expected, Assert.Single(told), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_cancelled_needs_no_warning() =>
        Assert.Empty(SessionWarnings.Of([On("2027-04-17") with { Status = SessionStatus.Cancelled }], [], Now));

    static Session On(string day)
    {
        var begins = Berlin.At(DateOnly.Parse(day, null), new(10, 0))!.Value;
        return TestSessions.October with { Start = begins, End = begins.AddHours(2) };
    }
}
