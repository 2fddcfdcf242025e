using System.Diagnostics;

namespace LocalHost.Tests.Fixtures;

/// <summary>Waits for a condition, generously: machines that run tests are often busy.</summary>
static class Eventually
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    public static async Task<T> SeeAsync<T>(Func<Task<T>> look, Func<T, bool> isRight)
    {
        var begun = Stopwatch.StartNew();
        while (true)
        {
            var seen = await look();
            if (isRight(seen)) return seen;
            if (begun.Elapsed > s_patience) throw new TimeoutException($"Not seen within {s_patience}; last seen: {seen}");
            await Task.Delay(25);
        }
    }

    public static Task<T> See<T>(Func<T> look, Func<T, bool> isRight) => SeeAsync(() => Task.FromResult(look()), isRight);
}
