namespace ThaffFunctions.LocalHost.Starting;

/// <summary>
/// Keeps the work behind the pages from slowing the first one: it begins when the first answer is out, or a second after the start.
/// </summary>
sealed class QuietStart(IHostApplicationLifetime lifetime)
{
    static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1);

    readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Answered() => _answered.TrySetResult();

    /// <summary>Comes back when it is over.</summary>
    public async Task OverAsync(CancellationToken stop)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stop);
        await Task.WhenAny(_answered.Task, Task.Delay(s_longest, stop));
        stop.ThrowIfCancellationRequested();
    }
}
