using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ThaffFunctions.LocalHost.Mail;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Faults.Tests;

/// <summary>Storage and mail service, which survive, and the instances of the app, which may not.</summary>
sealed class World : IAsyncDisposable
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>No text, half a text, and ids that name nothing.</summary>
    static readonly string[] s_nonsense =
        ["", "{", "deliveries/niemand/delivery-1", "2026-10-nirgends.invitation/0", "2026-10-nirgends.invitation.0|delivery-1"];

    readonly string folder;
    readonly StorageTap tap;
    readonly IHost reader;
    readonly Events events;
    IReadOnlyList<AppProcess> apps = [];

    World(string folder, StorageTap tap, MailService mail, IHost reader, Steps steps, Events events) =>
        (this.folder, this.tap, Mail, this.reader, Steps, this.events) = (folder, tap, mail, reader, steps, events);

    public Steps Steps { get; }

    public MailService Mail { get; }

    public IReadOnlyList<AppProcess> Apps => apps;

    public AppProcess App => apps[0];

    string ClockFile => Path.Combine(folder, "clock");

    /// <param name="now">The app's time.</param>
    /// <param name="events">What the mail service tells of its mails.</param>
    public static async Task<World> OpenAsync(DateTimeOffset now, Events events)
    {
        var folder = Directory.CreateTempSubdirectory("thaff-faults").FullName;
        var storage = await StorageEmulator.NewAccountAsync();
        World? world = null;
        var steps = new Steps(() => world!.Now);
        var tap = await StorageTap.OpenAsync(storage, steps.PassToStorageAsync);
        var mail = await MailService.OpenAsync(folder, steps, events, () => world!.Webhook(), () => world!.Now);
        world = new(folder, tap, mail, Reader(storage, mail.Url, EventSigner.PublicKey(folder)), steps, events);
        world.SetClock(now);
        return world;
    }

    public DateTimeOffset Now => TimeProvider.System.GetUtcNow() + TimeSpan.Parse(File.ReadAllText(ClockFile), null);

    public void SetClock(DateTimeOffset now)
    {
        File.WriteAllText(ClockFile + ".new", $"{now - TimeProvider.System.GetUtcNow():c}");
        File.Move(ClockFile + ".new", ClockFile, overwrite: true); // never half a time
    }

    /// <summary>The app's own stores on the same storage, past the tap: what a test prepares and looks at.</summary>
    public T Service<T>() where T : notnull => reader.Services.GetRequiredService<T>();

    /// <summary>Starts instances until there are so many alive.</summary>
    public async Task StartAsync(int count = 1)
    {
        var dead = apps.Where(app => !app.IsAlive).ToList();
        apps = [.. apps.Except(dead)]; // a new list: the mail service looks at it meanwhile
        foreach (var app in dead) app.Dispose();
        while (apps.Count < count) apps = [.. apps, await AppProcess.StartAsync(Settings(), ClockFile)];
    }

    /// <summary>From now on: the fault at this step, counted from here.</summary>
    public void Strike(Fault fault, int step, int times = 1) => Steps.Set(fault, step, times, fault switch
    {
        Fault.ClockForward => () => SetClock(Now + TimeSpan.FromHours(2)),
        Fault.ClockBack => () => SetClock(Now - TimeSpan.FromHours(1)),
        Fault.AllKilled => KillAll,
        _ => App.Kill,
    });

    void KillAll()
    {
        foreach (var app in apps) app.Kill();
    }

    /// <summary>Puts into each queue what no handler can make sense of.</summary>
    public async Task PostNonsenseAsync()
    {
        var queues = Service<QueueServiceClient>();
        foreach (var queue in Queues.All.Split(';'))
            foreach (var nonsense in s_nonsense) await queues.GetQueueClient(queue).SendMessageAsync(nonsense);
    }

    /// <summary>Looks until it is so, or until an instance has died.</summary>
    public Task<bool> SeenOrDeadAsync(Func<Task<bool>> look) =>
        SeenAsync(async () => apps.Any(app => !app.IsAlive) || await look(), s_patience);

    /// <summary>Lets time pass and fires timers as the clock would, until it is so.</summary>
    /// <param name="timers">Functions and their input.</param>
    /// <param name="look">Whether everything is done.</param>
    public async Task FinishAsync((string Name, string Input)[] timers, Func<Task<bool>> look)
    {
        for (var round = 0; round < 20; round++)
        {
            await StartAsync(apps.Count); // a call that was under way may have killed one just now
            foreach (var (name, input) in timers) await App.FireAsync(name, input);
            if (await SeenAsync(look, TimeSpan.FromSeconds(round < 2 ? 10 : 3))) return;

            SetClock(Now + TimeSpan.FromMinutes(16));
        }

        Assert.Fail("It is not finished after five hours.");
    }

    public async ValueTask DisposeAsync()
    {
        await Mail.DisposeAsync();
        foreach (var app in apps) app.Dispose();
        await tap.DisposeAsync();
        await ForgetAsync();
        reader.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    static async Task<bool> SeenAsync(Func<Task<bool>> look, TimeSpan patience)
    {
        var begun = Stopwatch.StartNew();
        while (!await look())
        {
            if (begun.Elapsed > patience) return false;
            await Task.Delay(50);
        }

        return true;
    }

    /// <summary>The emulator holds everything in memory, for thousands of runs.</summary>
    async Task ForgetAsync()
    {
        foreach (var table in Tables.All.Split(';')) await Service<TableServiceClient>().DeleteTableAsync(table);
        foreach (var queue in Queues.All.Split(';')) await Service<QueueServiceClient>().GetQueueClient(queue).DeleteIfExistsAsync();
    }

    static IHost Reader(string storage, string mailUrl, string publicKey)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection(SampleSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["DataStorage"] = storage,
            ["AzureWebJobsStorage"] = storage,
            ["Site:BaseUrl"] = "http://localhost",
            ["SendGrid:Host"] = mailUrl,
            ["SendGrid:ApiKey"] = "none",
            ["SendGrid:WebhookPublicKey"] = publicKey,
        });
        builder.AddThaffFunctions();
        return builder.Build();
    }

    static IEnumerable<KeyValuePair<string, string?>> SampleSettings()
    {
        using var sample = JsonDocument.Parse(
            File.ReadAllText(BuiltFiles.Settings), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return [.. sample.RootElement.GetProperty("Values").EnumerateObject()
            .Select(value => KeyValuePair.Create(value.Name.Replace("__", ":", StringComparison.Ordinal), value.Value.GetString()))];
    }

    Uri? Webhook() => events != Events.None && apps.FirstOrDefault(app => app.IsAlive && app.Http.BaseAddress is not null) is { } app
        ? new(app.Http.BaseAddress!, "/api/mail-events")
        : null;

    IEnumerable<string> Settings()
    {
        yield return $"LocalHost:Azurite={tap.ConnectionString}";
        yield return $"LocalHost:DataFolder={folder}";
        yield return "LocalHost:MessageVisibility=00:00:02"; // a killed instance's messages come back soon
        yield return $"SendGrid:Host={Mail.Url}";
        yield return "Demonstration:Enabled=false";
        yield return "Logging:LogLevel:Default=Warning";
        foreach (var timer in Timers()) yield return $"AzureWebJobs.{timer}.Disabled=true";
    }

    static IEnumerable<string> Timers() =>
        from type in typeof(ThaffFunctionsApp).Assembly.GetTypes()
        from method in type.GetMethods()
        where method.GetParameters().Any(parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>() is not null)
        select method.GetCustomAttribute<FunctionAttribute>()!.Name;
}
