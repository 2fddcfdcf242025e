namespace ThaffFunctions.LocalHost.Starting;

static class Lifetime
{
    static readonly TimeSpan s_courtesy = TimeSpan.FromMilliseconds(250);

    /// <summary>Comes back a moment after the app answers requests, so that the work behind it does not slow the first page.</summary>
    public static async Task StartedAsync(this IHostApplicationLifetime lifetime, CancellationToken stop)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stop);
        await Task.Delay(s_courtesy, stop);
    }
}
