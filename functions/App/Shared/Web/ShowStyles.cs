using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace ThaffFunctions.Shared.Web;

/// <summary>The one style sheet.</summary>
public sealed class ShowStyles
{
    static readonly byte[] Css = Read();
    static readonly string Version = Convert.ToHexStringLower(SHA256.HashData(Css).AsSpan(..8));
    static readonly EntityTagHeaderValue Tag = new($"\"{Version}\"");

    /// <summary>Names the version, so that no browser shows a new page in old styles.</summary>
    public static readonly string Path = $"/assets/site.css?v={Version}";

    [Function(nameof(ShowStyles))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/site.css")] HttpRequest request)
    {
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Bytes(Css, "text/css; charset=utf-8", entityTag: Tag);
    }

    static byte[] Read()
    {
        using var stream = typeof(ShowStyles).Assembly.GetManifestResourceStream("site.css")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
