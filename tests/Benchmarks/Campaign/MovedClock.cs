using System.Reflection;

namespace ThaffFunctions.Benchmarks.Campaign;

/// <summary>Moves the clock of the unchanged app, by the start-up hook of the tests.</summary>
sealed class MovedClock
{
    readonly string file;
    TimeSpan ahead;

    public MovedClock(string folder)
    {
        file = Path.Combine(folder, "clock");
        Set(TimeProvider.System.GetUtcNow());
    }

    /// <summary>What an app that follows it is started with.</summary>
    public Dictionary<string, string> Environment => new() { ["DOTNET_STARTUP_HOOKS"] = Hook, ["CLOCK_FILE"] = file };

    static string Hook => typeof(MovedClock).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(noted => noted.Key == "ClockHook").Value!;

    public void Advance(TimeSpan time) => Set(TimeProvider.System.GetUtcNow() + ahead + time);

    public void Set(DateTimeOffset now)
    {
        ahead = now - TimeProvider.System.GetUtcNow();
        File.WriteAllText(file + ".new", $"{ahead:c}");
        File.Move(file + ".new", file, overwrite: true); // never half a time
    }
}
