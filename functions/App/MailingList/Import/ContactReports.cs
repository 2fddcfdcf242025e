using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.MailingList.Import;

/// <summary>The reports on files of contacts, in container <c>failed</c> with those on other files, and erased with them.</summary>
public sealed class ContactReports(BlobServiceClient blobs)
{
    const string Folder = Containers.Contacts + "/";

    /// <summary>One page of the listing; a month has a handful of files.</summary>
    const int MaxListed = 200;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    readonly BlobContainerClient container = blobs.GetBlobContainerClient(Containers.Failed);

    public async Task<ContactReport?> FindAsync(string file, string version, CancellationToken cancellation) =>
        await ReadAsync(NameOf(file, version), cancellation);

    public async Task SaveAsync(ContactReport report, CancellationToken cancellation) => await container
        .GetBlobClient(NameOf(report))
        .UploadAsync(BinaryData.FromObjectAsJson(report, Json), new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = "application/json" }, // overwrites
        }, cancellation);

    /// <summary>The latest ones, the newest first.</summary>
    public async Task<IReadOnlyList<ContactReport>> LatestAsync(int most, CancellationToken cancellation)
    {
        List<BlobItem> listed = [];
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, Folder, cancellation))
        {
            listed.Add(blob);
            if (listed.Count == MaxListed) break;
        }

        List<ContactReport> reports = [];
        foreach (var blob in listed.OrderByDescending(blob => blob.Properties.LastModified).Take(most))
            if (await ReadAsync(blob.Name, cancellation) is { } report)
                reports.Add(report with { IsTickedOff = FailedFiles.IsTickedOff(blob) });
        return [.. reports.OrderByDescending(report => report.StartedAt)];
    }

    async Task<ContactReport?> ReadAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var content = (await container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content;
            return content.ToObjectFromJson<ContactReport>(Json);
        }
        catch (Exception absent) when (absent is RequestFailedException { Status: 404 } or JsonException)
        {
            return null; // erased, or written by another version: the import begins anew
        }
    }

    /// <summary>Where it lies in the container.</summary>
    public static string NameOf(ContactReport report) => NameOf(report.File, report.Version);

    static string NameOf(string file, string version) => $"{Folder}{file}/{version.Trim('"')}.json";
}
