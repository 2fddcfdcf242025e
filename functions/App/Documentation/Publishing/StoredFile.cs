using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>A stored file, opened to be served.</summary>
sealed record StoredFile(Stream Content, string Type, ETag ETag, DateTimeOffset Changed)
{
    /// <summary>Null if the file does not exist.</summary>
    public static async Task<StoredFile?> OpenAsync(BlobClient blob, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                var properties = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
                var asSeen = new BlobRequestConditions { IfMatch = properties.ETag };
                var content = await blob.OpenReadAsync(new BlobOpenReadOptions(false) { Conditions = asSeen }, cancellation);
                await ReadAheadAsync(content, cancellation);
                return new(content, properties.ContentType, properties.ETag, properties.LastModified);
            }
            catch (RequestFailedException again) when (again.Status == 412)
            {
                // replaced between the two calls, for example when an interrupted publication is repeated
            }
            catch (RequestFailedException gone) when (gone.Status == 404)
            {
                return null;
            }
        }
    }

    public async Task<string> ReadTextAsync(CancellationToken cancellation)
    {
        using var reader = new StreamReader(Content);
        return await reader.ReadToEndAsync(cancellation);
    }

    /// <summary>The file as an HTTP answer, which supports conditional and range requests.</summary>
    /// <param name="request">The request to answer.</param>
    /// <param name="name">The file name offered for saving; null for a part of a page.</param>
    /// <param name="isDownload">Whether browsers save it and do not show it.</param>
    public IResult ServeTo(HttpRequest request, string? name, bool isDownload = false)
    {
        var disposition = new ContentDispositionHeaderValue(isDownload ? "attachment" : "inline");
        if (name is not null) disposition.SetHttpFileName(name);

        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "no-cache"; // browsers may store it, but must revalidate it each time
        headers.ContentDisposition = disposition.ToString();
        return Results.Stream(Content, Type, lastModified: Changed, entityTag: new(ETag.ToString("H")), enableRangeProcessing: true);
    }

    /// <summary>
    /// The stream is lazy: it downloads 4 MiB at a time when it is read. Reading the first part now detects a deleted file while the answer
    /// can still be 404.
    /// </summary>
    static async Task ReadAheadAsync(Stream content, CancellationToken cancellation)
    {
        _ = await content.ReadAsync(new byte[1], cancellation);
        content.Position = 0;
    }
}
