using System.Text.Json;

namespace ThaffFunctions.InfraTests.Delivery;

/// <summary>How the app's project is evaluated for publishing and for running; what was published is run by LocalHost.Tests.</summary>
public sealed class PublishTests
{
    static readonly Lazy<Task<JsonElement>> Published = new(() => EvaluateAsync("-p:_IsPublishing=true"));

    /// <summary>Seen used together; an older Worker fails at start with a newer extension.</summary>
    static readonly Dictionary<string, string> Worker = new()
    {
        ["Microsoft.Azure.Functions.Worker"] = "2.52.0",
        ["Microsoft.Azure.Functions.Worker.Sdk"] = "2.1.0",
        ["Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore"] = "2.1.1",
        ["Microsoft.Azure.Functions.Worker.Extensions.Timer"] = "4.3.1",
        ["Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues"] = "5.5.5",
    };

    [Fact]
    public async Task Publishing_takes_the_workers_packages_its_extension_build_and_not_the_local_host()
    {
        var project = await Published.Value;
        var references = Items(project, "PackageReference").Select(item => item.GetProperty("Identity").GetString()!)
            .Where(name => name.StartsWith("Microsoft.Azure.Functions.", StringComparison.Ordinal));
        var versions = Items(project, "PackageVersion").ToDictionary(item => item.GetProperty("Identity").GetString()!,
            item => item.GetProperty("Version").GetString());

        Assert.Equal("true", Property(project, "_FunctionsBuildEnabled"));
        Assert.Equal(Worker.Keys.Order(), references.Order());
        Assert.All(Worker, package => Assert.Equal(package.Value, versions[package.Key]));
        Assert.DoesNotContain(Items(project, "ProjectReference"),
            item => item.GetProperty("Identity").GetString()!.Contains("LocalHost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_app_is_compiled_ahead_for_the_system_of_flex_consumption_and_uses_its_runtime()
    {
        var project = await Published.Value;

        Assert.Equal("linux-x64", Property(project, "RuntimeIdentifier"));
        Assert.Equal("true", Property(project, "PublishReadyToRun"));
        Assert.Equal("false", Property(project, "SelfContained"));
        Assert.Equal("net10.0", Property(project, "TargetFramework"));
        Assert.Equal("v4", Property(project, "AzureFunctionsVersion"));
    }

    [Fact]
    public async Task The_host_file_is_published_and_local_settings_are_not()
    {
        var content = Items(await Published.Value, "Content").Concat(Items(await Published.Value, "None")).ToList();

        Assert.Contains(content, item =>
            item.GetProperty("Identity").GetString() == "host.json"
                && item.GetProperty("CopyToPublishDirectory").GetString() == "PreserveNewest");
        Assert.DoesNotContain(content, item =>
            item.GetProperty("Identity").GetString()!.Contains("local.settings", StringComparison.Ordinal)
            && item.TryGetProperty("CopyToPublishDirectory", out var copied) && copied.GetString() is "PreserveNewest" or "Always");
    }

    [Fact]
    public async Task Building_and_running_take_the_same_packages_and_start_the_local_host()
    {
        var project = await EvaluateAsync();
        var references = Items(project, "PackageReference").Select(item => item.GetProperty("Identity").GetString()!)
            .Where(name => name.StartsWith("Microsoft.Azure.Functions.", StringComparison.Ordinal));
        var host = Assert.Single(Items(project, "ProjectReference"),
            item => item.GetProperty("Identity").GetString()!.Contains("LocalHost", StringComparison.Ordinal));

        Assert.Equal(Worker.Keys.Order(), references.Order());
        Assert.Equal("false", host.GetProperty("ReferenceOutputAssembly").GetString());
        Assert.Equal("false", Property(project, "_FunctionsBuildEnabled"));
        Assert.Equal("", Property(project, "RuntimeIdentifier"));
    }

    [Fact]
    public async Task Core_tools_get_the_extension_build_too()
    {
        var project = await EvaluateAsync("-p:FunctionsCoreTools=true");

        Assert.Equal("true", Property(project, "_FunctionsBuildEnabled"));
    }

    static async Task<JsonElement> EvaluateAsync(params string[] arguments)
    {
        var (code, output) = await MsBuildAsync(
        [
            .. arguments, "-p:Configuration=Release",
            "-getProperty:_FunctionsBuildEnabled,RuntimeIdentifier,PublishReadyToRun,SelfContained,TargetFramework,AzureFunctionsVersion",
            "-getItem:PackageReference,PackageVersion,ProjectReference,Content,None",
        ]);
        Assert.True(code == 0, output);
        using var json = JsonDocument.Parse(output);
        return json.RootElement.Clone();
    }

    static Task<(int Code, string Output)> MsBuildAsync(params string[] arguments) =>
        CommandLine.RunAsync("dotnet", ["msbuild", Repository.Path("functions", "App", "ThaffFunctions.csproj"), "-nologo", .. arguments],
            ("DOTNET_CLI_UI_LANGUAGE", "en"));

    static string Property(JsonElement project, string name) => project.GetProperty("Properties").GetProperty(name).GetString()!;

    static List<JsonElement> Items(JsonElement project, string name) =>
        [.. project.GetProperty("Items").GetProperty(name).EnumerateArray()];
}
