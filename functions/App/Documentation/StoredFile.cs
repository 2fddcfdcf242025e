using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Documentation;

/// <summary>A file to serve.</summary>
public sealed record StoredFile(Stream Content, string Type, ETag ETag, DateTimeOffset Changed)
{
    /// <summary>Null if it is not there.</summary>
    public static async Task<StoredFile?> OpenAsync(BlobClient blob, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                var properties = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
                var content = await blob.OpenReadAsync(new BlobOpenReadOptions(false) { Conditions = new() { IfMatch = properties.ETag } }, cancellation);
                await ReadAheadAsync(content, cancellation);
                return new(content, properties.ContentType, properties.ETag, properties.LastModified);
            }
            catch (RequestFailedException again) when (again.Status == 412)
            {
                // put once more between the calls, as after a publication that was cut off
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

    /// <summary>The file as an HTTP answer. Whoever has it may ask whether it changed, or for a part of it.</summary>
    /// <param name="request">Who asks.</param>
    /// <param name="name">The name to save it under; null where it is part of a page.</param>
    public IResult ServeTo(HttpRequest request, string? name)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "no-cache"; // kept, and asked for again each time
        headers.ContentDisposition = name is null ? "inline" : $"inline; filename=\"{name}\"";
        return Results.Stream(Content, Type, lastModified: Changed, entityTag: new(ETag.ToString("H")), enableRangeProcessing: true);
    }

    /// <summary>The stream fetches when it is read. Its first 4 MiB, mostly all there is, come now: a file that is gone is noticed before the answer has begun.</summary>
    static async Task ReadAheadAsync(Stream content, CancellationToken cancellation)
    {
        _ = await content.ReadAsync(new byte[1], cancellation);
        content.Position = 0;
    }
}
