using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ThaffFunctions.Shared.Web.Files;

/// <summary>Serves content that programs poll, with an ETag, so that they download it only if it changed.</summary>
static class Feed
{
    public static IResult Serve(HttpRequest request, string text, string type, string? fileName = null) =>
        Serve(request, Encoding.UTF8.GetBytes(text), type, fileName);

    public static IResult Serve(HttpRequest request, byte[] bytes, string type, string? fileName = null)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "no-cache";
        if (fileName is not null) headers.ContentDisposition = $"inline; filename=\"{fileName}\"";
        return Results.Bytes(bytes, type,
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(..8))}\""));
    }
}
