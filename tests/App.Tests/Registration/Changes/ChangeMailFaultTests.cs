using static ThaffFunctions.Tests.Registration.Changes.ChangeDesk;

namespace ThaffFunctions.Tests.Registration.Changes;

/// <summary>Whatever is lost or cut off, each is told once.</summary>
public sealed class ChangeMailFaultTests
{
    static readonly Dictionary<string, string> ByHand = new(Slow) { ["AzureWebJobs.FollowProgramme.Disabled"] = "true" };

    [Fact]
    public async Task What_a_lost_message_left_is_told_by_the_timer_and_two_instances_tell_it_once()
    {
        await using var one = await OpenAsync();
        await using var two = await Stage.OpenAsync(storage: one.Storage);
        await one.PlanAsync(Moved);
        one.Clock.Advance(Together);
        two.Clock.Advance(Together);

        await Task.WhenAll(new[] { one, two, one, two }.Select(stage => stage.FireAsync("FollowWholeProgramme")));
        await SettledAsync(one);

        Assert.Single((await ChangesAsync(one)).Concat(await ChangesAsync(two)), mail => mail.To == Person.Ada.Email);
        Assert.Single((await ChangesAsync(one)).Concat(await ChangesAsync(two)), mail => mail.To == Person.Bo.Email);
    }

    /// <summary>
    /// Each round cuts off one call later than the round before; queues are served by hand, so that nothing runs beside it.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_telling_is_cut_off_each_is_told_once_in_the_end(bool isDone)
    {
        var account = await StorageEmulator.NewAccountAsync();
        var storage = new FaultyStorage(isDone);
        await using var stage = await OpenAsync(ByHand, account, services => storage.Replace(services, account, retries: 0));
        await DeliverAsync(stage);
        await SettledAsync(stage);
        var (call, struck) = (0, true);
        for (; struck; call++)
        {
            Assert.InRange(call, 0, 90);
            var session = Planned with { Place = $"Haus {call + 1}, Erfurt", Revision = call + 1 };
            storage.StrikeAt(call + 1);
            try
            {
                await stage.PlanAsync(session);
                stage.Clock.Advance(Together);
                await stage.FireAsync("FollowProgramme", session.Id.Value);
                await DeliverAsync(stage);
                await SettledAsync(stage);
            }
            catch (Exception) when (storage.Struck)
            {
                // as when the process ends here; what calls it comes again, or the timer
            }

            struck = storage.End();
            await stage.PlanAsync(session);
            stage.Clock.Advance(Together);
            await stage.FireAsync("FollowWholeProgramme");
            await DeliverAsync(stage);
            await EventsAsync(stage, call + 1);
            stage.Clock.Advance(TimeSpan.FromMinutes(31));
            await stage.FireAsync("RecoverDeliveries");
            await DeliverAsync(stage);
            await SettledAsync(stage);
            Assert.Equal(call + 1, (await ChangesAsync(stage, Person.Ada)).Count);
            Assert.Equal(call + 1, (await ChangesAsync(stage, Person.Bo)).Count);
        }

        Assert.InRange(call, 15, 90);
    }

    /// <summary>What the mail service has is settled by its events, long before the time of grace is over.</summary>
    static Task EventsAsync(Stage stage, int mails) => Stage.EventuallyAsync(async () =>
    {
        var told = (await ChangesAsync(stage)).GroupBy(mail => mail.To).Count(mailbox => mailbox.Count() == mails);
        return (await UnsettledAsync(stage)).Count <= 2 - told;
    });
}
