using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace ThaffFunctions.Shared.Web;

/// <summary>Serves the style sheet.</summary>
public sealed class ShowStyles
{
    static readonly byte[] Css = Read();
    static readonly string Version = Convert.ToHexStringLower(SHA256.HashData(Css).AsSpan(..8));
    static readonly EntityTagHeaderValue Tag = new($"\"{Version}\"");

    /// <summary>The address contains the version, so that browsers do not use a cached older style sheet.</summary>
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
