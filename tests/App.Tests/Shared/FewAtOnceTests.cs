using Microsoft.Extensions.Time.Testing;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Tests.Shared;

public sealed class FewAtOnceTests
{
    readonly FakeTimeProvider clock = new();
    readonly FewAtOnce fewAtOnce;
    readonly TaskCompletionSource goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int begun;

    public FewAtOnceTests() => fewAtOnce = new(4, clock);

    [Fact]
    public async Task Of_all_messages_that_the_host_hands_over_at_once_four_are_worked_on_and_then_the_others()
    {
        Task[] all = [.. Enumerable.Range(0, 24).Select(_ => fewAtOnce.TryRunAsync(WaitAsync, CancellationToken.None))];

        Assert.Equal(4, begun);
        goOn.SetResult();
        await Task.WhenAll(all);
        Assert.Equal(24, begun);
    }

    [Fact]
    public async Task What_fails_or_gives_up_makes_room_for_the_next()
    {
        for (var failed = 0; failed < 10; failed++)
            await Assert.ThrowsAsync<InvalidOperationException>(() =>
                fewAtOnce.TryRunAsync(() => throw new InvalidOperationException(), CancellationToken.None));
        Task[] four = [.. Enumerable.Range(0, 4).Select(_ => fewAtOnce.TryRunAsync(WaitAsync, CancellationToken.None))];
        using var givingUp = new CancellationTokenSource();
        var waiting = fewAtOnce.TryRunAsync(WaitAsync, givingUp.Token);
        await givingUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(4, begun);
        goOn.SetResult();
        await Task.WhenAll(four);
        await fewAtOnce.TryRunAsync(WaitAsync, CancellationToken.None);
        Assert.Equal(5, begun);
    }

    [Fact]
    public async Task Who_has_waited_for_five_minutes_gives_way_and_begins_nothing()
    {
        Task[] four = [.. Enumerable.Range(0, 4).Select(_ => fewAtOnce.TryRunAsync(WaitAsync, CancellationToken.None))];
        var waiting = fewAtOnce.TryRunAsync(WaitAsync, CancellationToken.None);

        clock.Advance(TimeSpan.FromMinutes(4.9));
        Assert.False(waiting.IsCompleted);
        clock.Advance(TimeSpan.FromMinutes(0.1));

        Assert.False(await waiting);
        Assert.Equal(4, begun);
        goOn.SetResult();
        await Task.WhenAll(four);
        Assert.True(await fewAtOnce.TryRunAsync(WaitAsync, CancellationToken.None)); // its place in the line is gone with it
    }

    Task WaitAsync()
    {
        Interlocked.Increment(ref begun);
        return goOn.Task;
    }
}
