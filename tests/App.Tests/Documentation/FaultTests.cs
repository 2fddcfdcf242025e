using Azure;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Documentation;

/// <summary>
/// A publication that is cut off at any of its calls, the call done or not: visitors see the old edition or the new one, whole, wherever
/// they look; and so it is after whatever comes next.
/// </summary>
public sealed class FaultTests
{
    const int MaxCalls = 60;

    static readonly Dictionary<string, string> ByHand = new()
    {
        ["AzureWebJobs.ScheduleNotes.Disabled"] = "true",
        ["AzureWebJobs.PublishDocumentation.Disabled"] = "true",
        ["AzureWebJobs.PublishYearVolume.Disabled"] = "true",
    };

    /// <summary>What is cut off.</summary>
    public enum Step { First, Replacement, Withdrawal, Draft }

    /// <summary>What comes then.</summary>
    public enum Next { Timer, GoodNotes, UnusableNotes, Deletion }

    public static TheoryData<Step, bool> Cases
    {
        get
        {
            var cases = new TheoryData<Step, bool>();
            foreach (var step in Enum.GetValues<Step>())
                foreach (var isDone in new[] { false, true }) cases.Add(step, isDone);
            return cases;
        }
    }

    /// <summary>
    /// Each round has a session of its own, and is cut off one call later than the round before. What comes then takes turns; a call that
    /// was done leaves what the next one leaves that was not, so that each state is followed in two ways.
    /// </summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Cut_off_at_any_call_all_shows_one_edition_then_and_after_what_comes_next(Step step, bool isDone)
    {
        var faults = new FaultyStorage(isDone);
        await using var stage = await OpenAsync(faults);

        var (call, struck) = (0, false);
        do
        {
            var editions = await NumberedEditions.OfAsync(stage, ++call);
            if (step != Step.First)
            {
                await editions.PutAsync(1);
                await editions.PublishAsync();
            }

            await (step == Step.Withdrawal ? editions.DeleteAsync() : editions.PutAsync(2, step == Step.Draft ? "entwurf" : "fertig"));
            struck = await IsCutOffAsync(editions, faults, call);
            int? before = step == Step.First ? null : 1, after = step is Step.Withdrawal or Step.Draft ? null : 2;
            var seen = await editions.ShownAsync();
            Assert.Contains(seen, new[] { before, after });

            var next = (Next)((call + (isDone ? 3 : 0)) % 4);
            await FollowAsync(editions, next, step);
            var expected = next switch { Next.Timer => after, Next.GoodNotes => 3, Next.UnusableNotes => seen, _ => null };
            Assert.Equal(expected, await editions.SettledAsync());
        }
        while (struck);

        Assert.InRange(call, 8, MaxCalls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Refusing_survives_a_fault_at_every_call_and_staff_are_told(bool isDone)
    {
        var faults = new FaultyStorage(isDone);
        await using var stage = await OpenAsync(faults);

        var (call, struck) = (0, false);
        do
        {
            var editions = await NumberedEditions.OfAsync(stage, ++call);
            await editions.PutAsync(1);
            await editions.PublishAsync();
            await editions.PutUnusableAsync();
            struck = await IsCutOffAsync(editions, faults, call);
            Assert.Equal(1, await editions.ShownAsync());

            await editions.LetTheTimerComeAsync();
            Assert.Equal(1, await editions.SettledAsync());
            Assert.Equal(call, (await stage.FilesAsync(Containers.Failed)).Count);
        }
        while (struck);

        Assert.InRange(call, 6, MaxCalls);
    }

    /// <summary>The call went through, the answer was lost, and the client tried again: it must know its own write.</summary>
    [Fact]
    public async Task A_call_that_was_done_and_is_tried_again_by_the_client_is_no_obstacle()
    {
        var faults = new FaultyStorage(isDone: true);
        await using var stage = await OpenAsync(faults, retries: 3);

        var (call, struck) = (0, false);
        do
        {
            var editions = await NumberedEditions.OfAsync(stage, ++call);
            await editions.PutAsync(1);
            await editions.PublishAsync();
            await editions.PutAsync(2);
            faults.StrikeAt(call);
            await editions.PublishAsync();
            struck = faults.End();
            Assert.Equal(2, await editions.SettledAsync());
        }
        while (struck);

        Assert.InRange(call, 10, MaxCalls);
    }

    static async Task FollowAsync(NumberedEditions editions, Next next, Step step)
    {
        if (next == Next.GoodNotes) await editions.PutAsync(3);
        if (next == Next.UnusableNotes) await editions.PutUnusableAsync();
        if (next == Next.Deletion && step != Step.Withdrawal) await editions.DeleteAsync();

        await (next == Next.Timer ? editions.LetTheTimerComeAsync() : editions.PublishAsync());
    }

    static async Task<Stage> OpenAsync(FaultyStorage faults, int retries = 0)
    {
        var connection = await StorageEmulator.NewAccountAsync();
        return await Stage.OpenAsync(settings: ByHand, storage: connection,
            replace: services => faults.Replace(services, connection, retries));
    }

    /// <summary>False if the publication made fewer calls.</summary>
    static async Task<bool> IsCutOffAsync(NumberedEditions editions, FaultyStorage faults, int call)
    {
        faults.StrikeAt(call);
        try
        {
            await editions.PublishAsync();
        }
        catch (RequestFailedException)
        {
            // as when the process ends here, and the message that began it is lost as well
        }

        return faults.End();
    }
}
