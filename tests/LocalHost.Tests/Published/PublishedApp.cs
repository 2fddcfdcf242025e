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

    public async Task InitializeAsync()
    {
        var app = Path.Combine(_folder.Path, "app");
        await PublishAsync(app);
        Functions = PublishedFunction.ReadAll(Path.Combine(app, "functions.metadata"));
        _connection = await StorageEmulator.NewAccountAsync();
        _process = AppProcess.Start(
        [
            $"--LocalHost:SettingsFolder={Noted("Repository")}",
            "--port=0", $"--LocalHost:Azurite={_connection}", $"--LocalHost:DataFolder={_folder.Path}",
            "--Documentation:QuietSeconds=1",
        ], Path.Combine(app, "ThaffFunctions.dll"));
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

    static async Task PublishAsync(string folder)
    {
        string[] arguments =
        [
            "publish", Path.Combine(Noted("Repository"), "functions", "App"), "-c", "Release", "-o", folder, "-v", "quiet", "-nologo",
            "-p:RunAnalyzers=false",
            // apart from the builds beside the projects, which other tests use
            "-p:UseArtifactsOutput=true", $"-p:ArtifactsPath={folder}.artifacts",
        ];
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true };
        // as in a shell of one's own
        foreach (var name in (string[])["MSBUILD_EXE_PATH", "MSBuildSDKsPath", "MSBuildExtensionsPath"]) start.Environment.Remove(name);
        using var publish = Process.Start(start)!;
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, output);
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
