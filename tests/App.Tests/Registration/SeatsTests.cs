using CsCheck;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;

namespace ThaffFunctions.Tests.Registration;

public sealed class SeatsTests
{
    static readonly Session October = TestSessions.October with { RegistrationOpens = new(2026, 9, 1, 6, 0, 0, TimeSpan.Zero) };

    [Theory]
    [InlineData("2026-09-01T05:59:59Z", 0, 0, false, Availability.NotYetOpen)]
    [InlineData("2026-09-01T06:00:00Z", 0, 0, false, Availability.Open)]
    [InlineData("2026-10-04T15:59:59Z", 1, 0, false, Availability.Open)]
    [InlineData("2026-10-04T16:00:00Z", 1, 0, false, Availability.Closed)]
    [InlineData("2026-09-10T00:00:00Z", 6, 0, false, Availability.WaitingList)]
    [InlineData("2026-09-10T00:00:00Z", 7, 0, false, Availability.WaitingList)] // capacity was lowered
    [InlineData("2026-09-10T00:00:00Z", 5, 1, false, Availability.WaitingList)] // a free seat belongs to who waits
    [InlineData("2026-09-10T00:00:00Z", 0, 0, true, Availability.Closed)]
    public void A_session_is_open_while_the_programme_says_so(string now, int taken, int waiting, bool cancelled, Availability expected)
    {
        var session = October with { Status = cancelled ? SessionStatus.Cancelled : SessionStatus.Scheduled };

        var vacancy = Vacancy.Of(session, new Seats(6, taken, waiting), At(now));

        Assert.Equal(expected, vacancy.Availability);
        Assert.Equal(expected is Availability.NotYetOpen or Availability.Closed, vacancy.WhyClosed is not null);
    }

    [Theory]
    [InlineData("2026-09-10T00:00:00Z", 4, 2, 5, 2)] // capacity 4, 2 taken, 5 waiting: 2 move up
    [InlineData("2026-09-10T00:00:00Z", 4, 2, 1, 1)]
    [InlineData("2026-09-10T00:00:00Z", 4, 6, 5, 0)] // lowered below what is taken
    [InlineData("2026-10-04T07:59:59Z", 4, 2, 5, 2)]
    [InlineData("2026-10-04T08:00:00Z", 4, 2, 5, 0)] // a day before the start nobody moves up any more
    public void Who_waits_moves_up_until_a_day_before(string now, int capacity, int taken, int waiting, int expected)
    {
        var seats = new Seats(capacity, taken, waiting);

        Assert.Equal(expected, seats.PromotableAt(At(now), October));
        Assert.Equal(0, seats.PromotableAt(At(now), October with { Status = SessionStatus.Cancelled }));
    }

    [Fact]
    public void Whatever_happens_no_more_are_seated_than_there_were_seats_and_nobody_overtakes() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[0, 2].List[0, 200]).Sample((capacity, acts) =>
        {
            var now = October.RegistrationOpens.AddDays(1);
            var seats = new Seats(capacity);
            var seated = new List<int>();
            var waiting = new Queue<int>();
            foreach (var act in acts)
            {
                if (act < 2)
                {
                    (seats, var state, var place) = seats.Admit();
                    if (state == AttendeeState.Seated) seated.Add(place);
                    else waiting.Enqueue(place);
                }
                else if (seated.Count > 0)
                {
                    seated.RemoveAt(0);
                    seats = seats.Release(AttendeeState.Seated);
                }

                while (seats.PromotableAt(now, October) > 0)
                {
                    seats = seats.Promote();
                    seated.Add(waiting.Dequeue());
                }

                if (seats.Taken != seated.Count || seats.Waiting != waiting.Count || seats.Taken > capacity) return false;
                if (waiting.Count > 0 && seated.Count < capacity) return false;
            }

            return true;
        });

    static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
