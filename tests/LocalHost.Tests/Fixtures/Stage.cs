using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ThaffFunctions.LocalHost.Starting;

namespace LocalHost.Tests.Fixtures;

/// <summary>A running host over the function classes given, on storage of the test run and with names of its own.</summary>
sealed class Stage : IAsyncDisposable
{
    readonly IHost _host;
    readonly TestFolder _folder;
    bool _disposed;

    Stage(IHost host, TestFolder folder, string id)
    {
        (_host, _folder) = (host, folder);
        Id = id;
        Http = new HttpClient { BaseAddress = new(host.Services.GetRequiredService<OwnAddress>().Url) };
    }

    /// <summary>Part of every name this stage has in storage.</summary>
    public string Id { get; }

    public HttpClient Http { get; }

    /// <summary>Where the server says it listens.</summary>
    public string Address => Assert.Single(_host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses);

    public Notebook Notes => _host.Services.GetRequiredService<Notebook>();

    public string Setting(string name) => _host.Services.GetRequiredService<IConfiguration>()[name]!;

    public Task StopAsync() => _host.StopAsync();

    public static Task<Stage> StartAsync<TFunctions>(params string[] settings) => StartAsync([typeof(TFunctions)], settings);

    public static async Task<Stage> StartAsync(Type[] functions, string[] settings, Action<FunctionsApplicationBuilder>? configure = null, string? id = null, string hostFile = "{}")
    {
        var folder = new TestFolder();
        try
        {
            return await StartAsync(folder, functions, settings, configure, id ?? $"t{Guid.NewGuid():N}"[..20], hostFile);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    static async Task<Stage> StartAsync(TestFolder folder, Type[] functions, string[] settings, Action<FunctionsApplicationBuilder>? configure, string id, string hostFile)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "host.json"), hostFile);
        var builder = FunctionsApplication.CreateBuilder(
        [
            "--port=0", "--LocalHost:Functions=LocalHost.Tests", $"--LocalHost:Azurite={await TestStorage.ConnectionAsync()}", $"--LocalHost:AppFolder={folder.Path}",
            $"--LocalHost:DataFolder={folder.Path}", $"--AzureFunctionsWebHost:hostid={id}", $"--Queue={id}", .. settings,
        ]);
        builder.FunctionTypes = functions;
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Notebook>();
        builder.ConfigureFunctionsWebApplication();
        configure?.Invoke(builder);
        var host = builder.Build();
        await host.StartAsync();
        return new(host, folder, id);
    }

    public async Task<JsonArray> MailsAsync() => (await JsonNode.ParseAsync(await Http.GetStreamAsync("/_local/mails")))!.AsArray();

    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;

        _disposed = true;
        Http.Dispose();
        await _host.StopAsync();
        _host.Dispose();
        _folder.Dispose();
    }
}

/// <summary>What functions of a stage write down for their test to read.</summary>
public sealed class Notebook
{
    readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public void Write(string line) => _lines.Enqueue(line);
}
