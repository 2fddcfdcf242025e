using Microsoft.Extensions.Hosting;

namespace ThaffFunctions.LocalHost.Starting;

static class Lifetime
{
    /// <summary>Comes back once the app answers requests, so that work behind it doesn't slow its start.</summary>
    public static async Task StartedAsync(this IHostApplicationLifetime lifetime, CancellationToken stop)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stop);
    }
}
