using System.Text.Json;

namespace ThaffFunctions.InfraTests.Delivery;

/// <summary>What packages.lock.json must say wherever it is used.</summary>
public sealed class LockFileTests
{
    /// <summary>Projects that builds write lie deeper.</summary>
    static readonly EnumerationOptions Ours = new() { RecurseSubdirectories = true, MaxRecursionDepth = 2 };

    static readonly string[] Projects =
    [
        .. Directory.EnumerateFiles(Repository.Path("functions"), "*.csproj", Ours),
        .. Directory.EnumerateFiles(Repository.Path("tests"), "*.csproj", Ours),
    ];

    [Fact]
    public void Every_project_has_one()
    {
        Assert.Contains(Repository.Path("functions", "App", "ThaffFunctions.csproj"), Projects);
        Assert.All(Projects, project => Assert.True(File.Exists(LockOf(project)), project));
    }

    [Fact]
    public void A_lock_file_says_what_a_package_holds_and_not_where_it_comes_from() => Assert.All(Projects, project =>
    {
        var text = File.ReadAllText(LockOf(project));
        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
        Assert.Contains("\"contentHash\":", text, StringComparison.Ordinal);
    });

    [Fact]
    public void What_is_published_for_a_system_is_locked_for_that_system() => Assert.All(
        Projects.Where(project => File.ReadAllText(project).Contains("<RuntimeIdentifier>linux-x64<", StringComparison.Ordinal)),
        project =>
        {
            using var locked = JsonDocument.Parse(File.ReadAllText(LockOf(project)));
            var targets = locked.RootElement.GetProperty("dependencies").EnumerateObject().Select(target => target.Name);
            Assert.Equal(["net10.0", "net10.0/linux-x64"], targets);
        });

    static string LockOf(string project) => Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json");
}
