using System.Diagnostics;

namespace ThaffFunctions.Benchmarks;

/// <summary>Times in milliseconds.</summary>
static class Stopwatches
{
    public static async Task<double> TimeAsync(Func<Task> act)
    {
        var start = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>The time that this part of all stays below.</summary>
    public static double At(IEnumerable<double> times, double part) => times.Order().ElementAt((int)(part * (times.Count() - 1)));
}
