using System.Diagnostics;
using System.Net.Http.Json;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ThaffFunctions.LocalHost.Starting;
using ThaffFunctions.LocalHost.Storage;

namespace ThaffFunctions.Tests;

/// <summary>
/// The whole app in the real worker on real storage, in this process, on a free port: what a user does goes through HTTP, queue and blob.
/// Its clock stands still until a test moves it; timers fire when a test says so; queues and the blob watcher run.
/// </summary>
public sealed class Stage : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    static readonly IReadOnlyList<string> Timers =
    [
        .. from type in typeof(ThaffFunctionsApp).Assembly.GetTypes()
           from method in type.GetMethods()
           where method.GetParameters().Any(parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>() is not null)
           select method.GetCustomAttribute<FunctionAttribute>()!.Name,
    ];

    readonly LocalFunctionsHost host;
    readonly InProcessWorker worker;
    readonly string folder;

    Stage(LocalFunctionsHost host, InProcessWorker worker, FakeTimeProvider clock, string storage, string folder)
    {
        (this.host, this.worker, Clock, Storage, this.folder) = (host, worker, clock, storage, folder);
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(host.Url) };
    }

    /// <summary>Does not follow redirects.</summary>
    public HttpClient Http { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>The storage's connection string.</summary>
    public string Storage { get; }

    /// <param name="now">The app's time; 1 September 2026, 10:00 in Berlin, unless the test is about time.</param>
    /// <param name="settings">What differs from local.settings.sample.json.</param>
    /// <param name="replace">Services that misbehave in this test.</param>
    /// <param name="storage">The connection string of another stage, for a second instance beside it.</param>
    public static async Task<Stage> OpenAsync(
        DateTimeOffset? now = null, Dictionary<string, string>? settings = null, Action<IServiceCollection>? replace = null,
        string? storage = null)
    {
        var clock = new FakeTimeProvider(now ?? new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero));
        var folder = Directory.CreateTempSubdirectory("thaff-stage").FullName;
        var connection = storage ?? await StorageEmulator.NewAccountAsync();
        var all = new Dictionary<string, string>
        {
            ["LocalHost:App"] = typeof(ThaffFunctionsApp).Assembly.Location,
            ["LocalHost:Azurite"] = connection,
            ["LocalHost:DataFolder"] = folder,
            ["LocalHost:LongestPollPause"] = "00:00:01",
            ["DataStorage"] = connection,
            ["AzureWebJobsStorage"] = connection,
            ["Demonstration:Enabled"] = "false",
            ["Documentation:PublishBeforeSession"] = "true",
            ["Registration:PostsPerClientAndHour"] = "100000",
            ["Registration:AddressesPerClientAndDay"] = "100000",
            ["MailingList:AddressesPerClientAndDay"] = "100000",
        };
        foreach (var timer in Timers) all[$"AzureWebJobs.{timer}.Disabled"] = "true";
        foreach (var (name, value) in settings ?? []) all[name] = value;

        var host = new LocalFunctionsHost(["--port", "0", .. all.Select(setting => $"--{setting.Key}={setting.Value}")]);
        host.ServiceCollection.AddSingleton<TimeProvider>(clock);
        InProcessWorker? worker = null;
        try
        {
            await host.StartAsync(await InProcessWorker.Server, (app, server, channel, configuration) => worker = InProcessWorker.Start(
                typeof(ThaffFunctionsApp).Assembly, server.Uri, channel, configuration, builder =>
                {
                    builder.AddThaffFunctions();
                    builder.Services.AddSingleton<TimeProvider>(clock);
                    new PollEnder(host.Services.GetRequiredService<PollPauses>()).AddTo(builder.Services, connection);
                    replace?.Invoke(builder.Services);
                }), CancellationToken.None);
            await worker!.StartedAsync();
            return new(host, worker, clock, connection, folder);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public T Service<T>() where T : notnull => worker.Services.GetRequiredService<T>();

    /// <summary>Fires a timer or queue function and waits for its end.</summary>
    public async Task FireAsync(string function, string input = "")
    {
        var answer = await Http.PostAsJsonAsync($"/admin/functions/{function}", new { input });
        Assert.True(answer.IsSuccessStatusCode, $"{function} answered {answer.StatusCode}");
    }

    /// <summary>Puts a file into a container, as staff do.</summary>
    public async Task PutAsync(string container, string name, byte[] content) =>
        await Service<BlobServiceClient>().GetBlobContainerClient(container).GetBlobClient(name).UploadAsync(new BinaryData(content),
            overwrite: true);

    public Task PutAsync(string container, string name, string text) => PutAsync(container, name, Encoding.UTF8.GetBytes(text));

    /// <summary>What arrived in mailboxes, oldest first.</summary>
    public async Task<IReadOnlyList<SentMail>> MailsAsync(string? to = null)
    {
        var mails = await Http.GetFromJsonAsync<List<SentMail>>("/_local/mails", JsonSerializerOptions.Web) ?? [];
        return to is null ? mails : mails.FindAll(mail => mail.To.Contains(to, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Waits until something is there, and gives it back.</summary>
    public static async Task<T> EventuallyAsync<T>(Func<Task<T?>> look) where T : class
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            if (await look() is { } found) return found;
            Assert.True(patience.Elapsed < Patience, "It did not happen in time.");
            await Task.Delay(50);
        }
    }

    /// <summary>Waits until something is true.</summary>
    public static Task EventuallyAsync(Func<Task<bool>> look) => EventuallyAsync<object>(async () => await look() ? true : null);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A mail as the stand-in of the mail service accepted it.</summary>
public sealed record SentMail(
    string Id, string To, string From, string Subject, string Text, string Html, IReadOnlyDictionary<string, string> Headers,
    IReadOnlyList<SentAttachment> Attachments)
{
    /// <summary>The calendar entry; empty if there is none.</summary>
    public string Calendar => Attachments is [{ } first, ..] ? Encoding.UTF8.GetString(Convert.FromBase64String(first.Content)) : "";
}

public sealed record SentAttachment(string Filename, string Type, string Content);
