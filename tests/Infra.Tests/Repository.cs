using System.Reflection;

namespace ThaffFunctions.InfraTests;

/// <summary>Where the files are that these tests read.</summary>
static class Repository
{
    public static readonly string Root = Metadata("RepositoryRoot")!;

    /// <summary>The Bicep CLI; null where there is no package for this system.</summary>
    public static readonly string? Bicep = Metadata("Bicep");

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(Path(parts)).ReplaceLineEndings("\n");

    static string? Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().SingleOrDefault(noted => noted.Key == key)?.Value;
}
