using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace ThaffFunctions.Tests;

/// <summary>All that a stage's storage holds: every row, message and file, with their names.</summary>
static class StorageDump
{
    public static async Task<string> OfAsync(Stage stage)
    {
        var dump = new StringBuilder();
        var tables = stage.Service<TableServiceClient>();
        await foreach (var table in tables.QueryAsync())
            await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
                foreach (var (column, value) in row) dump.Append(CultureInfo.InvariantCulture, $"{table.Name} {column}={value}\n");

        var queues = stage.Service<QueueServiceClient>();
        await foreach (var queue in queues.GetQueuesAsync())
            foreach (var message in (await queues.GetQueueClient(queue.Name).PeekMessagesAsync(32)).Value)
                dump.Append(CultureInfo.InvariantCulture, $"{queue.Name} {message.Body}\n");

        var blobs = stage.Service<BlobServiceClient>();
        await foreach (var container in blobs.GetBlobContainersAsync())
            await foreach (var blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync())
            {
                var file = await blobs.GetBlobContainerClient(container.Name).GetBlobClient(blob.Name).DownloadContentAsync();
                dump.Append(CultureInfo.InvariantCulture, $"{container.Name}/{blob.Name}\n{file.Value.Content}\n");
            }

        return dump.ToString();
    }

    /// <summary>A text as somebody might have written it into a row, a message or a file.</summary>
    public static IEnumerable<string> FormsOf(string text) => new[]
    {
        text, text.ToLowerInvariant(), text.ToUpperInvariant(), Uri.EscapeDataString(text), WebUtility.HtmlEncode(text),
        JsonSerializer.Serialize(text).Trim('"'), Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('='),
        Convert.ToHexString(Encoding.UTF8.GetBytes(text)), Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)),
    }.Distinct();
}
