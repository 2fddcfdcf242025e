using System.Reflection;

namespace ThaffFunctions.LocalHost.Starting;

/// <summary>The folders the build noted in this assembly.</summary>
static class BuildFolders
{
    /// <summary>Where data is kept unless a setting says otherwise.</summary>
    public static string Data { get; } = Noted("LocalHost.DataFolder");

    /// <summary>Where npm put Azurite.</summary>
    public static string Npm { get; } = Noted("LocalHost.NpmFolder");

    static string Noted(string key) =>
        typeof(BuildFolders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(noted => noted.Key == key).Value!;
}
