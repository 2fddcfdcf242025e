using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Azure.Storage.Blobs;
using LocalHost.Tests.Fixtures;

namespace LocalHost.Tests.Published;

/// <summary>
/// The product as it is deployed, published by `dotnet publish` and compiled ahead, run as a process under the local host's process, with
/// its demonstration year on storage of its own.
/// </summary>
public sealed class PublishedApp : IAsyncLifetime, IDisposable
{
    readonly TestFolder _folder = new();
    AppProcess? _process;
    string _connection = "";

    /// <summary>Does not follow redirects.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <summary>The functions, as the build listed them beside the app.</summary>
    public IReadOnlyList<PublishedFunction> Functions { get; private set; } = [];

    /// <summary>Where it was published to.</summary>
    public string Folder => Path.Combine(_folder.Path, "app");

    /// <summary>The repository it was published from.</summary>
    public static string Repository => Noted("Repository");

    public async Task InitializeAsync()
    {
        await PublishAsync(Folder);
        Functions = PublishedFunction.ReadAll(Path.Combine(Folder, "functions.metadata"));
        _connection = await StorageEmulator.NewAccountAsync();
        _process = AppProcess.Start(
        [
            $"--LocalHost:SettingsFolder={Repository}",
            "--port=0", $"--LocalHost:Azurite={_connection}", $"--LocalHost:DataFolder={_folder.Path}",
            "--Documentation:QuietSeconds=1",
        ], Path.Combine(Folder, "ThaffFunctions.dll"));
        Http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = await _process.ReadyAsync() };
    }

    public async Task DisposeAsync()
    {
        if (_process is null) return;

        await _process.SignalAsync("TERM");
        await _process.ExitAsync();
    }

    public void Dispose()
    {
        Http?.Dispose();
        _process?.Dispose();
        _folder.Dispose();
    }

    public Task PutAsync(string container, string name, string text) =>
        new BlobContainerClient(_connection, container).GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true);

    /// <summary>The notices of third parties as build/licences.cs writes them for what was published.</summary>
    public async Task<string> WriteNoticesAsync()
    {
        var file = Path.Combine(_folder.Path, "notices.txt");
        await DotNetAsync("run", Path.Combine(Repository, "build", "licences.cs"), "--", Folder, file);
        return await File.ReadAllTextAsync(file);
    }

    static Task PublishAsync(string folder) => DotNetAsync(
        "publish", Path.Combine(Repository, "functions", "App"), "-c", "Release", "-o", folder, "-v", "quiet", "-nologo",
        "-p:RunAnalyzers=false",
        // apart from the builds beside the projects, which other tests use
        "-p:UseArtifactsOutput=true", $"-p:ArtifactsPath={folder}.artifacts");

    static async Task DotNetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // as in a shell of one's own
        foreach (var name in (string[])["MSBUILD_EXE_PATH", "MSBuildSDKsPath", "MSBuildExtensionsPath"]) start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await output + await errors);
    }

    static string Noted(string key) =>
        typeof(PublishedApp).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(noted => noted.Key == $"Tests.{key}").Value!;
}

/// <summary>A function as functions.metadata describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Trigger">The type of its trigger, such as <c>timerTrigger</c>.</param>
/// <param name="Methods">What an HTTP function answers; all when empty.</param>
/// <param name="Route">Where an HTTP function answers.</param>
public sealed record PublishedFunction(string Name, string Trigger, IReadOnlyList<string> Methods, string Route)
{
    public static IReadOnlyList<PublishedFunction> ReadAll(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return [.. json.RootElement.EnumerateArray().Select(Read)];
    }

    static PublishedFunction Read(JsonElement function)
    {
        var name = function.GetProperty("name").GetString()!;
        var trigger = function.GetProperty("bindings").EnumerateArray().First();
        return new(
            name,
            trigger.GetProperty("type").GetString()!,
            trigger.TryGetProperty("methods", out var methods) ? [.. methods.EnumerateArray().Select(method => method.GetString()!)] : [],
            trigger.TryGetProperty("route", out var route) ? route.GetString()! : name);
    }
}
