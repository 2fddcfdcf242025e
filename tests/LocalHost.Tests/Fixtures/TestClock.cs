using Microsoft.Extensions.Time.Testing;

namespace LocalHost.Tests.Fixtures;

/// <summary>A clock the test moves, which also tells whether anybody waits for it.</summary>
sealed class TestClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    int _waiting;

    public bool IsWaitedFor => Volatile.Read(ref _waiting) > 0;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Increment(ref _waiting);
        return new Waiting(base.CreateTimer(callback, state, dueTime, period), this);
    }

    sealed class Waiting(ITimer timer, TestClock clock) : ITimer
    {
        int _done;

        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _done, 1) == 0) Interlocked.Decrement(ref clock._waiting);
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
