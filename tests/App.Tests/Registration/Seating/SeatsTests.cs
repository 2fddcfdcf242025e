using CsCheck;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Seating;

namespace ThaffFunctions.Tests.Registration.Seating;

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

        Assert.Equal(expected, seats.PromotableAt(At(now), October, AttendanceMode.OnSite));
        Assert.Equal(0, seats.PromotableAt(At(now), October with { Status = SessionStatus.Cancelled }, AttendanceMode.OnSite));
    }

    [Fact]
    public void Whatever_happens_no_more_are_seated_than_there_were_seats_of_either_kind_and_nobody_overtakes() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20], Gen.Select(Gen.Int[0, 2], Gen.Bool).List[0, 200]).Sample((onSite, online, acts) =>
        {
            var now = October.RegistrationOpens.AddDays(1);
            var seats = new Seats(onSite) { Online = new(online) };
            var seated = new List<int>[] { [], [] };
            var waiting = new Queue<int>[] { new(), new() };
            foreach (var (act, isOnline) in acts)
            {
                var mode = isOnline ? AttendanceMode.Online : AttendanceMode.OnSite;
                if (act < 2)
                {
                    (seats, var state, var place) = seats.Admit(mode);
                    if (state == AttendeeState.Seated) seated[(int)mode].Add(place);
                    else waiting[(int)mode].Enqueue(place);
                }
                else if (seated[(int)mode].Count > 0)
                {
                    seated[(int)mode].RemoveAt(0);
                    seats = seats.Release(AttendeeState.Seated, mode);
                }

                while (seats.PromotableAt(now, October, mode) > 0)
                {
                    seats = seats.Promote(mode);
                    seated[(int)mode].Add(waiting[(int)mode].Dequeue());
                }

                foreach (var (at, capacity) in new[] { onSite, online }.Index())
                {
                    var pool = seats.Of((AttendanceMode)at);
                    if (pool != new SeatPool(capacity, seated[at].Count, waiting[at].Count) || pool.Taken > capacity) return false;
                    if (pool.Waiting > 0 && pool.Taken < capacity) return false;
                }
            }

            return true;
        });

    [Theory]
    [InlineData(10, 20, true, Availability.Open, true)]
    [InlineData(60, 20, true, Availability.Open, true)] // full on site, free online
    [InlineData(60, 100, true, Availability.WaitingList, true)]
    [InlineData(60, 0, false, Availability.WaitingList, false)] // not given out apart: all seats are alike
    public void Seats_of_two_kinds_are_open_while_one_is_free(int onSite, int online, bool divided, Availability expected, bool asks)
    {
        var session = TestSessions.October with { SeatsOnline = divided ? 100 : null };

        var vacancy = Vacancy.Of(session, Seats.Of(session) with { Taken = onSite, Online = divided ? new(100, online) : null },
            At("2026-09-10T00:00:00Z"));

        Assert.Equal((expected, asks), (vacancy.Availability, vacancy.Modes.Count == 2));
        if (asks) Assert.Equal(online == 100, vacancy.For(AttendanceMode.Online).Availability == Availability.WaitingList);
    }

    [Fact]
    public void Seats_online_that_are_withdrawn_unseat_nobody_and_end_with_the_last_who_has_one()
    {
        var divided = TestSessions.October with { SeatsOnline = 30 };
        var now = At("2026-09-10T00:00:00Z");
        var seats = Seats.Of(divided).Take(AttendanceMode.Online);

        var withdrawn = seats.Follow(new(divided with { SeatsOnline = null }, "programm.yaml", now, new("2")), now);

        Assert.Equal(new SeatPool(0, 1), withdrawn.Online);
        Assert.Equal(divided.Seats - 1, withdrawn.Capacity);
        Assert.Equal(divided.Seats, withdrawn.Release(AttendeeState.Seated, AttendanceMode.Online).Capacity);
        Assert.Null(withdrawn.Release(AttendeeState.Seated, AttendanceMode.Online)
            .Follow(new(TestSessions.October, "programm.yaml", now, new("3")), now).Online);
        Assert.Equal(new SeatPool(5, 1), withdrawn.Follow(new(divided with { SeatsOnline = 5 }, "programm.yaml", now, new("4")), now).Online);
    }

    [Fact]
    public void Whoever_changes_from_a_line_that_was_withdrawn_is_counted_once_and_nobody_is_lost() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5], Gen.Bool.List[0, 40], Gen.Int[0, 40]).Sample((onSite, online, people, changes) =>
        {
            var now = At("2026-09-10T00:00:00Z");
            var before = people.Aggregate(new Seats(onSite) { Online = new(online) },
                (seats, isOnline) => seats.Admit(isOnline ? AttendanceMode.Online : AttendanceMode.OnSite).After);
            var after = before.Follow(new(October with { Seats = onSite + online, SeatsOnline = null }, "programm.yaml", now, new("2")), now);

            var left = Math.Max(0, before.Online!.Waiting - changes);
            while (after.WaitingInVain > left) after = after.ChangeLine();

            return after.Taken == before.Taken && (after.Online?.Taken ?? 0) == before.Online.Taken && after.WaitingInVain == left
                && after.Waiting + left == before.Waiting + before.Online.Waiting
                && after.Capacity + before.Online.Taken == onSite + online;
        });

    static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
