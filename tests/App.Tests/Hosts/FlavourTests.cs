using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;

namespace ThaffFunctions.Tests.Hosts;

/// <summary>Which host the app is built for, asked of the build itself.</summary>
public sealed class FlavourTests
{
    static readonly string Project =
        typeof(FlavourTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(noted => noted.Key == "AppProject").Value!;

    [Theory]
    [InlineData("-p:_IsPublishing=true")] // what `dotnet publish` sets
    [InlineData("-p:DeployOnBuild=true")]
    public async Task Publishing_takes_the_workers_packages_and_not_the_local_host(string argument)
    {
        var build = await EvaluatedAsync(argument);

        Assert.Equal("azure", (string)build["Properties"]!["FunctionsHost"]!);
        Assert.Equal(
            ["Worker", "Worker.Extensions.Http.AspNetCore", "Worker.Extensions.Storage.Queues", "Worker.Extensions.Timer", "Worker.Sdk"],
            Items(build, "PackageReference").Where(package => package.StartsWith("Microsoft.Azure.Functions.", StringComparison.Ordinal))
                .Select(package => package["Microsoft.Azure.Functions.".Length..]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Items(build, "ProjectReference"), project => project.Contains("LocalHost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Everything_else_takes_the_local_host_and_no_package_of_the_worker()
    {
        var build = await EvaluatedAsync();

        Assert.Equal("local", (string)build["Properties"]!["FunctionsHost"]!);
        Assert.DoesNotContain(Items(build, "PackageReference"), package => package.StartsWith("Microsoft.Azure.Functions.", StringComparison.Ordinal));
        Assert.Contains(Items(build, "ProjectReference"), project => project.Contains("LocalHost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_flavours_share_no_folder()
    {
        var (local, azure) = (await EvaluatedAsync(), await EvaluatedAsync("-p:_IsPublishing=true"));

        foreach (var folder in (string[])["BaseIntermediateOutputPath", "BaseOutputPath"])
            Assert.NotEqual((string)local["Properties"]![folder]!, (string)azure["Properties"]![folder]!);
    }

    [Fact]
    public async Task Host_json_is_published_and_a_developers_settings_are_not()
    {
        var build = await EvaluatedAsync("-p:_IsPublishing=true");
        var content = build["Items"]!["Content"]!.AsArray().Concat(build["Items"]!["None"]!.AsArray());

        var published = content.Where(item => (string?)item!["CopyToPublishDirectory"] is "PreserveNewest" or "Always").Select(item => (string)item!["Identity"]!);

        Assert.Equal(["host.json"], published);
    }

    [Theory]
    [InlineData("-t:CheckPublishedFlavour", "-p:FunctionsHost=local", "can't be published")]
    [InlineData("-t:CheckFunctionsHost", "-p:FunctionsHost=aws", "it must be azure or local")]
    public async Task A_wrong_flavour_is_refused_in_a_sentence(string target, string property, string sentence)
    {
        var (code, output) = await MsbuildAsync(target, property);

        Assert.NotEqual(0, code);
        Assert.Contains(sentence, output, StringComparison.Ordinal);
    }

    static IEnumerable<string> Items(JsonNode build, string kind) => build["Items"]![kind]!.AsArray().Select(item => (string)item!["Identity"]!);

    static async Task<JsonNode> EvaluatedAsync(params string[] arguments)
    {
        var (code, output) = await MsbuildAsync(
            ["-getProperty:FunctionsHost,BaseIntermediateOutputPath,BaseOutputPath", "-getItem:PackageReference,ProjectReference,Content,None", .. arguments]);
        Assert.True(code == 0, output);
        return JsonNode.Parse(output)!;
    }

    static async Task<(int Code, string Output)> MsbuildAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", Project, "-nologo", .. arguments]) { RedirectStandardOutput = true };
        foreach (var name in (string[])["FunctionsHost", "DeployOnBuild"]) start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
