using System.Reflection;

namespace ThaffFunctions.Browser.Tests;

/// <summary>Files of the npm packages that the build restored.</summary>
static class NpmFiles
{
    static readonly string s_folder = typeof(NpmFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Tests.NpmFolder").Value!;

    public static string PathOf(string file) => Path.Combine(s_folder, file);
}
