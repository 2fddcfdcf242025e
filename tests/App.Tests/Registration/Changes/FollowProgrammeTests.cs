using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;

namespace ThaffFunctions.Tests.Registration.Changes;

public sealed class FollowProgrammeTests
{
    [Fact]
    public async Task Messages_in_any_order_and_at_once_end_in_what_the_programme_says()
    {
        await using var one = await Stage.OpenAsync();
        await one.PlanAsync(TestSessions.October);
        await using var two = await Stage.OpenAsync(storage: one.Storage);

        for (var seats = 1; seats <= 10; seats++)
        {
            await WriteAsync(one, TestSessions.October with { Seats = seats });
            await Task.WhenAll(Enumerable.Range(0, 6)
                .Select(n => (n % 2 == 0 ? one : two).FireAsync("FollowProgramme", TestSessions.October.Id.Value)));

            Assert.Equal(seats, await CapacityAsync(one));
        }
    }

    [Fact]
    public async Task A_change_whose_message_got_lost_is_followed_by_the_timer()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October);
        await WriteAsync(stage, TestSessions.October with { Seats = 7 });

        await stage.FireAsync("FollowWholeProgramme");

        Assert.Equal(7, await CapacityAsync(stage));
    }

    static async Task WriteAsync(Stage stage, Session session)
    {
        var store = stage.Service<ProgrammeStore>();
        var known = await store.FindAsync(session.Id, CancellationToken.None);
        await store.WriteAsync([new(session, "programm.yaml", stage.Clock.GetUtcNow(), known!.ETag)], CancellationToken.None);
    }

    static async Task<int> CapacityAsync(Stage stage) =>
        (await stage.Service<SeatStore>().ReadAsync(TestSessions.October.Id, CancellationToken.None))!.Seats.Capacity;
}
