using System.Globalization;
using Azure.Storage.Queues;
using LocalHost.Tests.Fixtures;
using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Isolated = Microsoft.Azure.Functions.Worker;

namespace LocalHost.Tests.Queues;

/// <summary>
/// Azure's own listener (WebJobs, which the Functions host is made of) judges our rules of retry and poison: the same messages, on the same
/// emulator, must fare alike under both.
/// </summary>
public sealed class AzuresListenerTests
{
    const int Tries = 3;

    static readonly string s_hostFile = string.Create(CultureInfo.InvariantCulture,
        $$"""{ "extensions": { "queues": { "messageEncoding": "none", "maxDequeueCount": {{Tries}}, "visibilityTimeout": "00:00:00" } } }""");

    [Theory]
    [InlineData("good")]
    [InlineData("bad: fails always")]
    [InlineData("bad 2: fails twice")]
    [InlineData("{\"json\": true}")]
    [InlineData("Grüße aus Thüringen")]
    public async Task A_message_fares_alike_under_our_host_and_under_azures_listener(string message)
    {
        var ours = await UnderOurHostAsync(message);
        var azures = await UnderAzuresListenerAsync(message);

        Assert.Equal(azures, ours);
    }

    static async Task<Fate> UnderOurHostAsync(string message)
    {
        await using var stage = await Stage.StartAsync([typeof(Judged)], [], hostFile: s_hostFile);
        return await FateAsync(stage.Setting("AzureWebJobsStorage"), stage.Setting("Queue"), message, () => stage.Notes.Lines);
    }

    static async Task<Fate> UnderAzuresListenerAsync(string message)
    {
        var (connection, queue, notes) = (await StorageEmulator.NewAccountAsync(), $"t{Guid.NewGuid():N}"[..20], new Notebook());
        using var host = new HostBuilder()
            .ConfigureAppConfiguration(settings =>
            settings.AddInMemoryCollection(new Dictionary<string, string?> { ["AzureWebJobsStorage"] = connection, ["Queue"] = queue }))
            .ConfigureLogging(logging => logging.ClearProviders())
            .ConfigureWebJobs(jobs => jobs.AddAzureStorageCoreServices().AddAzureStorageQueues(options =>
            {
                options.MessageEncoding = QueueMessageEncoding.None;
                options.MaxDequeueCount = Tries;
                options.VisibilityTimeout = TimeSpan.Zero;
                options.MaxPollingInterval = TimeSpan.FromMilliseconds(100);
            }))
            .ConfigureServices(services =>
            services.AddSingleton(notes).AddSingleton<ITypeLocator>(new OneType(typeof(JudgedByAzure))).AddSingleton<JudgedByAzure>())
            .Build();
        await host.StartAsync();
        var fate = await FateAsync(connection, queue, message, () => notes.Lines);
        await host.StopAsync();
        return fate;
    }

    /// <summary>Sends the message, waits until it is done with, and tells how.</summary>
    static async Task<Fate> FateAsync(string connection, string name, string message, Func<IReadOnlyList<string>> lines)
    {
        var (queue, poison) = (new QueueClient(connection, name), new QueueClient(connection, $"{name}-poison"));
        await queue.CreateIfNotExistsAsync();
        await poison.CreateIfNotExistsAsync();
        await queue.SendMessageAsync(message, timeToLive: TimeSpan.FromSeconds(-1));
        await Eventually.SeeAsync(async () => lines().Count > 0 && (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0,
            isDone => isDone);
        var poisoned = (await poison.PeekMessagesAsync()).Value;
        return new(string.Join('\n', lines()),
            string.Join('\n', poisoned.Select(one => $"{one.MessageText}, kept {one.ExpiresOn - one.InsertedOn}")));
    }

    sealed record Fate(string Tries, string Poisoned);

    sealed class OneType(Type type) : ITypeLocator
    {
        public IReadOnlyList<Type> GetTypes() => [type];
    }
}

/// <summary>What both hosts run.</summary>
static class Judge
{
    public static void Take(Notebook notes, string message, long dequeueCount)
    {
        notes.Write($"{message}, try {dequeueCount}");
        if (message.StartsWith("bad:", StringComparison.Ordinal)
            || (message.StartsWith("bad 2:", StringComparison.Ordinal) && dequeueCount <= 2))
            throw new InvalidOperationException("on purpose");
    }
}

public sealed class Judged(Notebook notes)
{
    [Isolated.Function("Judge")]
    public void Run([Isolated.QueueTrigger("%Queue%")] string message, long dequeueCount) => Judge.Take(notes, message, dequeueCount);
}

public sealed class JudgedByAzure(Notebook notes)
{
    [FunctionName("Judge")]
    public void Run([QueueTrigger("%Queue%")] string message, long dequeueCount) => Judge.Take(notes, message, dequeueCount);
}
