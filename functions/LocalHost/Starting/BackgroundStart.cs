namespace ThaffFunctions.LocalHost.Starting;

/// <summary>
/// Delays background work, so that it does not slow down the first page: it starts after the first answer, or one second after the start.
/// </summary>
sealed class BackgroundStart(IHostApplicationLifetime lifetime)
{
    static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1);

    readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Answered() => _answered.TrySetResult();

    /// <summary>Returns when background work may start.</summary>
    public async Task AllowedAsync(CancellationToken stop)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stop);
        await Task.WhenAny(_answered.Task, Task.Delay(s_longest, stop));
        stop.ThrowIfCancellationRequested();
    }
}
