using System.Diagnostics;
using System.Reflection;

namespace ThaffFunctions.Benchmarks;

/// <summary>The product and the empty app as they are deployed: published once for a run, compiled ahead.</summary>
static class PublishedApps
{
    static readonly string Folder = Directory.CreateTempSubdirectory("thaff-published").FullName;

    public static string Product { get; private set; } = "";

    public static string Empty { get; private set; } = "";

    /// <summary>The local host that both run under.</summary>
    public static string Host => Noted("Host");

    /// <summary>The folder of the sample settings: what is published has none.</summary>
    public static string Settings => Noted("Settings");

    public static void PublishProduct() => Product = Publish("Product", "ThaffFunctions.dll");

    public static void Publish()
    {
        PublishProduct();
        Empty = Publish("EmptyApp", "EmptyApp.dll");
    }

    static string Publish(string project, string file)
    {
        var folder = Path.Combine(Folder, project);
        string[] arguments =
        [
            "publish", Noted(project), "-c", "Release", "-o", folder, "-v", "quiet", "-nologo", "-nodeReuse:false",
            // apart from the builds that stand beside their projects
            "-p:UseArtifactsOutput=true", $"-p:ArtifactsPath={Path.Combine(Folder, "artifacts")}", "-p:RunAnalyzers=false",
        ];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        return publish.ExitCode == 0 ? Path.Combine(folder, file) : throw new InvalidOperationException(output);
    }

    static string Noted(string key) =>
        typeof(PublishedApps).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(noted => noted.Key == key).Value!;
}
