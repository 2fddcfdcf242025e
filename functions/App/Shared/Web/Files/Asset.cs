using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ThaffFunctions.Shared.Web.Files;

/// <summary>A file for browsers that comes with the app, such as the style sheet.</summary>
sealed class Asset
{
    readonly byte[] content;
    readonly string type, version;

    Asset(byte[] content, string type) =>
        (this.content, this.type, version) = (content, type, Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(..8)));

    public static Asset Of(string name, string type)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return new(bytes.ToArray(), type);
    }

    /// <summary>The address contains the version, so that browsers do not use an older one from their cache.</summary>
    public string AddressAt(string path) => $"{path}?v={version}";

    /// <param name="request">The request.</param>
    /// <param name="whose">Who may keep it: public for caches of many, private for the browser alone.</param>
    public IResult ServeTo(HttpRequest request, string whose)
    {
        request.HttpContext.Response.Headers.CacheControl = $"{whose}, max-age=3600";
        return Results.Bytes(content, type, entityTag: new EntityTagHeaderValue($"\"{version}\""));
    }
}
