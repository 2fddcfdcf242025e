using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using LocalHost.Tests.Fixtures;

namespace LocalHost.Tests.Blobs;

/// <summary>Changes in watched containers come as Event Grid would tell them.</summary>
public sealed class BlobWatcherTests : IAsyncLifetime
{
    string _storage = "";
    BlobContainerClient _container = null!;
    QueueClient _queue = null!;
    Stage _stage = null!;

    public async Task InitializeAsync()
    {
        _storage = await StorageEmulator.NewAccountAsync();
        _container = new BlobContainerClient(_storage, "notes");
        _queue = new QueueClient(_storage, "events");
        await _container.CreateAsync();
        await _queue.CreateAsync();
        _stage = await StartAsync();
    }

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task A_blob_that_is_put_is_told_with_all_that_Event_Grid_tells()
    {
        await _container.GetBlobClient("2026-03-welcome/notes.md")
            .UploadAsync(BinaryData.FromString("# Notes"), new BlobUploadOptions { HttpHeaders = new() { ContentType = "text/markdown" } });

        var told = await NextAsync();

        Assert.Equal("Microsoft.Storage.BlobCreated", (string)told["eventType"]!);
        Assert.Equal("/blobServices/default/containers/notes/blobs/2026-03-welcome/notes.md", (string)told["subject"]!);
        Assert.EndsWith("/storageAccounts/devstoreaccount1", (string)told["topic"]!, StringComparison.Ordinal);
        Assert.True(Guid.TryParse((string)told["id"]!, out _));
        Assert.True(DateTimeOffset.TryParse((string)told["eventTime"]!, out _));
        Assert.Equal("1", (string)told["metadataVersion"]!);
        Assert.Equal("", (string)told["dataVersion"]!);
        var data = told["data"]!;
        Assert.Equal("PutBlob", (string)data["api"]!);
        Assert.Equal("text/markdown", (string)data["contentType"]!);
        Assert.Equal(7, (int)data["contentLength"]!);
        Assert.Equal("BlockBlob", (string)data["blobType"]!);
        Assert.Equal($"{_container.Uri}/2026-03-welcome/notes.md", (string)data["url"]!);
        Assert.Equal((await _container.GetBlobClient("2026-03-welcome/notes.md").GetPropertiesAsync()).Value.ETag.ToString().Trim('"'),
            (string)data["eTag"]!);
        Assert.NotNull(data["sequencer"]);
    }

    [Fact]
    public async Task A_file_put_by_the_form_of_the_start_page_is_told_too()
    {
        Assert.Contains("<option>notes</option>", await _stage.Http.GetStringAsync("/_local"), StringComparison.Ordinal);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("notes"), "container" }, { new StringContent("2026-03-welcome"), "folder" },
            { new StringContent("# Notes"), "file", "notes.md" },
        };

        Assert.Contains("2026-03-welcome/notes.md", await (await _stage.Http.PostAsync("/_local/upload", form)).Content.ReadAsStringAsync(),
            StringComparison.Ordinal);

        Assert.EndsWith("/containers/notes/blobs/2026-03-welcome/notes.md", (string)(await NextAsync())["subject"]!, StringComparison.Ordinal);
        using var other = new MultipartFormDataContent
        {
            { new StringContent("secrets"), "container" }, { new StringContent("x"), "file", "x.md" },
        };
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await _stage.Http.PostAsync("/_local/upload", other)).StatusCode);
    }

    [Fact]
    public async Task A_replaced_blob_is_told_as_created_and_a_deleted_one_as_deleted()
    {
        var blob = _container.GetBlobClient("notes.md");
        await blob.UploadAsync(BinaryData.FromString("one"));
        await NextAsync();

        await blob.UploadAsync(BinaryData.FromString("two"), overwrite: true);
        var replaced = await NextAsync();
        await blob.DeleteAsync();
        var deleted = await NextAsync();

        Assert.Equal("Microsoft.Storage.BlobCreated", (string)replaced["eventType"]!);
        Assert.Equal("Microsoft.Storage.BlobDeleted", (string)deleted["eventType"]!);
        Assert.Equal("DeleteBlob", (string)deleted["data"]!["api"]!);
    }

    [Fact]
    public async Task A_message_never_expires()
    {
        await _container.GetBlobClient("notes.md").UploadAsync(BinaryData.FromString("one"));

        var message = await Eventually.SeeAsync(async () => (await _queue.PeekMessageAsync()).Value, message => message is not null);

        Assert.Equal(DateTimeOffset.MaxValue.Year, message.ExpiresOn!.Value.Year);
    }

    [Fact]
    public async Task A_restart_tells_what_changed_meanwhile_and_nothing_again()
    {
        await _container.GetBlobClient("old.md").UploadAsync(BinaryData.FromString("one"));
        await NextAsync();
        await _stage.DisposeAsync();
        await _container.GetBlobClient("new.md").UploadAsync(BinaryData.FromString("two"));

        _stage = await StartAsync();
        var told = await NextAsync();

        Assert.EndsWith("/new.md", (string)told["subject"]!, StringComparison.Ordinal);
        Assert.Null((await _queue.PeekMessageAsync()).Value);
    }

    [Fact]
    public async Task Two_hosts_on_one_storage_tell_once()
    {
        await using var second = await StartAsync();

        List<string> told = [];
        foreach (var name in (string[])["one.md", "two.md", "three.md"]) // time enough for both to look
        {
            await _container.GetBlobClient(name).UploadAsync(BinaryData.FromString(name));
            told.Add(((string)(await NextAsync())["subject"]!).Split('/')[^1]);
        }

        Assert.Equal(["one.md", "two.md", "three.md"], told);
        Assert.Null((await _queue.PeekMessageAsync()).Value);
    }

    Task<Stage> StartAsync() => Stage.StartAsync([], ["--LocalHost:WatchedContainers=notes=events"], storage: _storage);

    async Task<JsonNode> NextAsync()
    {
        var message = await Eventually.SeeAsync(async () => (await _queue.ReceiveMessageAsync()).Value, message => message is not null);
        await _queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        return JsonNode.Parse(message.MessageText)!;
    }
}
