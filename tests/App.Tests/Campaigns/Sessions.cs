using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Tests.Campaigns;

/// <summary>
/// Sessions as the tests of campaigns need them: two hours from 10:00, on site in Erfurt and online, known for long, open until the day
/// before.
/// </summary>
static class Sessions
{
    public static Session On(int year, int month, int day, string slug = "austausch")
    {
        var start = At(year, month, day, 10);
        return new(
            SessionId.Parse($"{year}-{month:00}-{slug}")!.Value, "Sprache am Arbeitsplatz", "Sprache",
            "Wie Deutschlernen im **Betrieb** gelingt.",
            start, start.AddHours(2), "Haus der Wirtschaft, Erfurt", Region.Find("erfurt"), new("https://treffen.example/raum-7"), 40,
            ["Dr. Ada Beispiel"], ["Kim Muster"], ["Kammer Musterstadt"], start.AddDays(-120), start.AddDays(-1), SessionStatus.Scheduled)
        {
            PublishedAt = start.AddDays(-120),
            ChangedAt = start.AddDays(-120),
        };
    }

    /// <summary>A wall-clock time in Berlin.</summary>
    public static DateTimeOffset At(int year, int month, int day, int hour, int minute = 0) =>
        Berlin.At(new(year, month, day), new(hour, minute))!.Value;
}
