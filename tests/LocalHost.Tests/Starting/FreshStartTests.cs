using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using LocalHost.Tests.Fixtures;
using ThaffFunctions.LocalHost.Starting;

namespace LocalHost.Tests.Starting;

/// <summary><c>--fresh</c> deletes what the app itself keeps, on this machine only.</summary>
public sealed class FreshStartTests
{
    readonly Task<string> _storage = StorageEmulator.NewAccountAsync();

    [Fact]
    public async Task The_app_s_tables_queues_and_containers_are_deleted_and_others_stay()
    {
        var connection = await _storage;
        var tables = new TableServiceClient(connection);
        var queues = new QueueServiceClient(connection);
        var blobs = new BlobServiceClient(connection);
        foreach (var owner in (string[])["mine", "other"])
        {
            await tables.CreateTableAsync(owner);
            await queues.CreateQueueAsync(owner);
            await queues.CreateQueueAsync($"{owner}-poison");
            await blobs.CreateBlobContainerAsync(owner);
        }

        await using var stage = await StartAsync();

        Assert.Equal(["other"], await tables.QueryAsync().Select(table => table.Name).ToArrayAsync());
        Assert.Equal(["other", "other-poison"], await queues.GetQueuesAsync().Select(queue => queue.Name).ToArrayAsync());
        Assert.Equal(["other"], await blobs.GetBlobContainersAsync().Select(container => container.Name).ToArrayAsync());
    }

    [Fact]
    public async Task What_was_deleted_can_be_made_again_at_once()
    {
        var connection = await _storage;
        await new TableClient(connection, "mine").CreateAsync();
        await new BlobContainerClient(connection, "mine").CreateAsync();

        await using var stage = await StartAsync();

        await new TableClient(connection, "mine").CreateAsync();
        await new BlobContainerClient(connection, "mine").CreateAsync();
    }

    [Fact]
    public async Task The_host_forgets_its_mails_too()
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "mails.jsonl"), "{}");

        await using var stage = await StartAsync($"--LocalHost:DataFolder={folder.Path}");

        Assert.False(File.Exists(Path.Combine(folder.Path, "mails.jsonl")));
    }

    [Fact]
    public async Task Storage_elsewhere_is_left_alone_and_told()
    {
        const string Elsewhere = "DefaultEndpointsProtocol=https;AccountName=account;AccountKey=AAAA;EndpointSuffix=core.windows.net";

        var refusal = await Assert.ThrowsAsync<CannotStartException>(() => StartAsync($"--DataStorage={Elsewhere}"));

        Assert.Contains("account.blob.core.windows.net", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--DataStorage:queueServiceUri=https://account.queue.core.windows.net")]
    [InlineData("--DataStorage=somewhere")]
    public async Task Storage_that_has_no_connection_string_is_left_alone_and_told(string setting)
    {
        var refusal = await Assert.ThrowsAsync<CannotStartException>(() => StartAsync(setting));

        Assert.Contains("the setting DataStorage holds no connection string", refusal.Message, StringComparison.Ordinal);
    }

    async Task<Stage> StartAsync(params string[] settings) => await Stage.StartAsync(
        [], ["--fresh", "--LocalHost:Tables=mine", "--LocalHost:Queues=mine", "--LocalHost:Containers=mine", .. settings],
        storage: await _storage);
}
