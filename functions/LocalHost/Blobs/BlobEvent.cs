using System.Globalization;
using System.Text.Json.Nodes;

namespace ThaffFunctions.LocalHost.Blobs;

/// <summary>A change as an Event Grid event: EventGridSchema, <c>Microsoft.Storage.BlobCreated</c> or <c>BlobDeleted</c>.</summary>
static class BlobEvent
{
    const string Topic = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/local/providers/Microsoft.Storage/storageAccounts/devstoreaccount1";

    public static JsonObject Of(BlobChange change, Uri container, DateTimeOffset now)
    {
        var name = container.Segments[^1].TrimEnd('/');
        return new()
        {
            ["topic"] = Topic,
            ["subject"] = $"/blobServices/default/containers/{name}/blobs/{change.Blob.Name}",
            ["eventType"] = change.Deleted ? "Microsoft.Storage.BlobDeleted" : "Microsoft.Storage.BlobCreated",
            ["id"] = Guid.NewGuid().ToString(),
            ["data"] = Data(change, container, now),
            ["dataVersion"] = "",
            ["metadataVersion"] = "1",
            ["eventTime"] = now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        };
    }

    static JsonObject Data(BlobChange change, Uri container, DateTimeOffset now)
    {
        JsonObject data = new()
        {
            ["api"] = change.Deleted ? "DeleteBlob" : "PutBlob",
            ["clientRequestId"] = Guid.NewGuid().ToString(),
            ["requestId"] = Guid.NewGuid().ToString(),
            ["contentType"] = change.Blob.ContentType,
            ["blobType"] = "BlockBlob",
            ["url"] = $"{container.AbsoluteUri}/{change.Blob.Name}",
            ["sequencer"] = now.UtcTicks.ToString("X32", CultureInfo.InvariantCulture),
            ["storageDiagnostics"] = new JsonObject { ["batchId"] = Guid.NewGuid().ToString() },
        };
        if (change.Deleted) return data;

        data["eTag"] = change.Blob.ETag;
        data["contentLength"] = change.Blob.Length;
        return data;
    }
}
