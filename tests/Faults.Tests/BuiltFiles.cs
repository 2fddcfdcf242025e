using System.Reflection;

namespace ThaffFunctions.Faults.Tests;

/// <summary>Files of the repository and of the build, by the names in the project file.</summary>
static class BuiltFiles
{
    public static string Host { get; } = Noted("Tests.Host");

    public static string App { get; } = Noted("Tests.App");

    public static string ClockHook { get; } = Noted("Tests.ClockHook");

    public static string Settings { get; } = Noted("Tests.Settings");

    static string Noted(string key) =>
        typeof(BuiltFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(noted => noted.Key == key).Value!;
}
