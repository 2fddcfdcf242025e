using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Tests;

/// <summary>Sessions as an import would have stored them.</summary>
static class TestSessions
{
    /// <summary>5 October 2026, 10:00 to 12:00 in Berlin; registration is open from August until the day before.</summary>
    public static readonly Session October = new(
        SessionId.Parse("2026-10-sprache-im-betrieb")!.Value,
        "Sprache im Betrieb",
        "Sprachförderung",
        "Wie *Sprachförderung* im Arbeitsalltag gelingt.",
        new(2026, 10, 5, 8, 0, 0, TimeSpan.Zero),
        new(2026, 10, 5, 10, 0, 0, TimeSpan.Zero),
        "Haus der Wirtschaft, Erfurt",
        Region.Find("erfurt"),
        new Uri("https://konferenz.example/raum-7"),
        Seats: 60,
        Speakers: ["Dr. Ines Beispiel"],
        Moderators: ["Jonas Muster"],
        Partners: ["Handwerkskammer Musterstadt"],
        RegistrationOpens: new(2026, 8, 1, 6, 0, 0, TimeSpan.Zero),
        RegistrationCloses: new(2026, 10, 4, 16, 0, 0, TimeSpan.Zero),
        SessionStatus.Scheduled)
    {
        PublishedAt = new(2026, 7, 1, 8, 0, 0, TimeSpan.Zero),
        ChangedAt = new(2026, 7, 1, 8, 0, 0, TimeSpan.Zero),
    };
}
