using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ThaffFunctions.LocalHost.Starting;

namespace LocalHost.Tests.Fixtures;

/// <summary>A running host and a real worker with the function classes given, on storage that nobody else uses.</summary>
sealed class Stage : IAsyncDisposable
{
    readonly LocalFunctionsHost _host;
    readonly TestFolder _folder;
    bool _disposed;

    Stage(LocalFunctionsHost host, TestFolder folder, Notebook notes)
    {
        (_host, _folder, Notes) = (host, folder, notes);
        Http = new HttpClient { BaseAddress = new(host.Url) };
    }

    public HttpClient Http { get; }

    /// <summary>Where the server says it listens.</summary>
    public string Address => Assert.Single(_host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses);

    public Notebook Notes { get; }

    /// <summary>Ends once the host's own work behind the pages has failed.</summary>
    public Task Failed => _host.FailedAsync();

    public string Setting(string name) => _host.Configuration[name]!;

    public static Task<Stage> StartAsync<TFunctions>(params string[] settings) => StartAsync([typeof(TFunctions)], settings);

    /// <param name="functions">The classes whose functions the app has.</param>
    /// <param name="settings">Settings as on the command line.</param>
    /// <param name="configure">What the app does after ConfigureFunctionsWebApplication().</param>
    /// <param name="storage">The connection string of another stage, for a second host beside or after it.</param>
    /// <param name="hostFile">host.json.</param>
    /// <param name="hostServices">Services of the host that take the place of its own, or stand beside them.</param>
    public static async Task<Stage> StartAsync(
        Type[] functions, string[] settings, Action<FunctionsApplicationBuilder>? configure = null, string? storage = null,
        string hostFile = "{}", Action<IServiceCollection>? hostServices = null)
    {
        var folder = new TestFolder();
        LocalFunctionsHost? host = null;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.Path, "host.json"), hostFile);
            host = new(
            [
                "--port=0", $"--LocalHost:App={folder.CopyOf(typeof(Stage).Assembly.Location)}", $"--LocalHost:Azurite={storage ?? await StorageEmulator.NewAccountAsync()}",
                $"--LocalHost:DataFolder={folder.Path}", "--Queue=words", "--Logging:LogLevel:Default=None", .. settings,
            ]);
            hostServices?.Invoke(host.ServiceCollection);
            var notes = new Notebook();
            InProcessWorker? worker = null;
            await host.StartAsync(await InProcessWorker.Server, (app, server, channel, configuration) =>
                worker = InProcessWorker.Start(typeof(Stage).Assembly, server.Uri, channel, configuration, builder =>
                {
                    builder.Services.AddSingleton(notes).Decorate(functions);
                    configure?.Invoke(builder);
                }), CancellationToken.None);
            await worker!.StartedAsync();
            return new(host, folder, notes);
        }
        catch
        {
            if (host is not null) await host.DisposeAsync();
            folder.Dispose();
            throw;
        }
    }

    public async Task<JsonArray> MailsAsync() => (await JsonNode.ParseAsync(await Http.GetStreamAsync("/_local/mails")))!.AsArray();

    /// <summary>Stops host and worker; what was noted can still be read.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;

        _disposed = true;
        Http.Dispose();
        await _host.DisposeAsync();
        _folder.Dispose();
    }
}

file static class Services
{
    /// <summary>Leaves the classes' functions of the list that the build generated.</summary>
    public static void Decorate(this IServiceCollection services, Type[] functions)
    {
        var generated = services.Last(service => service.ServiceType == typeof(IFunctionMetadataProvider)).ImplementationType!;
        services.Replace(ServiceDescriptor.Singleton<IFunctionMetadataProvider>(provider =>
            new FunctionsOf(functions, (IFunctionMetadataProvider)ActivatorUtilities.CreateInstance(provider, generated))));
    }
}
