using System.Text.Json;
using Azure.Data.Tables;
using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.Insights;
using ThaffFunctions.Mail.Notices;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared;
using ThaffFunctions.Statistics;

namespace ThaffFunctions.Tests.Shared;

/// <summary>
/// JSON in columns of rows that outlive the app which wrote them. If one of these fails because a property was renamed, keep the old name
/// in the JSON (<c>[JsonPropertyName]</c>).
/// </summary>
public sealed class StoredJsonTests
{
    static readonly DateTimeOffset Start = new(2026, 10, 5, 8, 0, 0, TimeSpan.Zero);
    static readonly SessionId Session = SessionId.Parse("2026-10-sprache")!.Value;

    [Fact]
    public void What_was_told_of_a_session_can_be_read() => Assert.Equal(
        new Appointment(Start, Start.AddHours(2), "Haus, Gera", "https://video.example/x", IsCancelled: true),
        Appointment.Read("""
            {"Start":"2026-10-05T08:00:00+00:00","End":"2026-10-05T10:00:00+00:00","Place":"Haus, Gera",
            "OnlineLink":"https://video.example/x","IsCancelled":true,"Venue":"Haus, Gera"}
            """));

    [Fact]
    public void The_facts_of_a_published_session_can_be_read() => AssertRead(
        new SessionFacts("Sprache", "Alltag", Start, Start.AddHours(2), "Gera", "Gera, Stadt", ["Ada"], ["Bo"], ["IHK"])
        {
            Registered = new(15, [new("Handwerk", 10), new("Übrige", 5)]),
        },
        """
        {"Title":"Sprache","Focus":"Alltag","Start":"2026-10-05T08:00:00+00:00","End":"2026-10-05T10:00:00+00:00","Venue":"Gera",
        "Region":"Gera, Stadt","Speakers":["Ada"],"Moderators":["Bo"],"Partners":["IHK"],
        "Registered":{"Total":15,"Sectors":[{"Name":"Handwerk","Count":10},{"Name":"Übrige","Count":5}]},"When":"…"}
        """);

    [Fact]
    public void What_was_published_of_a_closed_year_can_be_read() => AssertRead(
        new YearParticipation(12, 300, [new("Handwerk", 100)], [new("Gera, Stadt", 20)]),
        """{"Sessions":12,"Total":300,"Sectors":[{"Name":"Handwerk","Count":100}],"Regions":[{"Name":"Gera, Stadt","Count":20}]}""");

    [Fact]
    public void A_notice_to_staff_can_be_read() => AssertRead(
        new StaffNotice("schlüssel", "Betreff", ["Absatz"], ["Punkt"]),
        """{"Key":"schlüssel","Subject":"Betreff","Paragraphs":["Absatz"],"Items":["Punkt"]}""");

    [Fact]
    public void Entries_of_the_register_keep_their_names()
    {
        var sheet = SessionInsightRecord.New(Session) with
        {
            Insights =
            [
                new(new(Session, "k1"), InsightKind.OpenQuestion, "Wer zahlt?", [Sector.All[0]],
                    new(new("Land", new(2026, 10, 6)), new("Niemand.", Session, new(2026, 10, 7)))),
            ],
        };

        var row = (TableEntity)InsightStore.Save(sheet).Entity;

        Assert.Equal($$"""
            [{"Key":"k1","Kind":"OpenQuestion","Text":"Wer zahlt?","Sectors":["{{Sector.All[0].Key}}"],"PassedTo":"Land","PassedOn":"2026-10-06","IsAnswered":true,"Answer":"Niemand.","AnsweredIn":"2026-10-sprache","AnsweredOn":"2026-10-07"}]
            """, row.GetString("Insights0"));
    }

    static void AssertRead<T>(T expected, string stored) =>
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(stored)));
}
