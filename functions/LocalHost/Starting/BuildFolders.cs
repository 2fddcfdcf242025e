using System.Reflection;

namespace ThaffFunctions.LocalHost.Starting;

/// <summary>Folders that the build wrote into this assembly's metadata.</summary>
static class BuildFolders
{
    /// <summary>The default data folder.</summary>
    public static string Data { get; } = Noted("LocalHost.DataFolder");

    /// <summary>The folder in which npm installed Azurite.</summary>
    public static string Npm { get; } = Noted("LocalHost.NpmFolder");

    static string Noted(string key) =>
        typeof(BuildFolders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(noted => noted.Key == key).Value!;
}
