using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared;
using static ThaffFunctions.Tests.TestSessions;

namespace ThaffFunctions.Tests.Programme;

public sealed class SessionDifferenceTests
{
    static readonly DateTimeOffset Now = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

    public static TheoryData<Session, int> Changes => new()
    {
        { October with { Start = October.Start.AddHours(1) }, 1 },
        { October with { End = October.End.AddHours(1) }, 1 },
        { October with { Place = "Kammer, Gera" }, 1 },
        { October with { OnlineLink = new("https://konferenz.example/neu") }, 1 },
        { October with { OnlineLink = null }, 1 },
        { October with { Status = SessionStatus.Cancelled }, 1 },
        { October with { Title = "Neu" }, 0 },
        { October with { Seats = 1 }, 0 },
        { October with { SeatsOnline = 20 }, 1 }, // who comes has one place to be
        { October with { Sectors = [Sector.Find("bau")!] }, 0 },
    };

    [Theory, MemberData(nameof(Changes))]
    public void What_people_must_know_to_come_is_a_new_revision_for_their_calendars(Session read, int raised) =>
        Assert.Equal(October.Revision + raised, SessionDifference.Between(October, read, Now)!.Revision);

    [Fact]
    public void A_file_that_says_the_same_is_no_change() =>
        Assert.Null(SessionDifference.Between(October, October with { Sectors = [] }, Now));
}
