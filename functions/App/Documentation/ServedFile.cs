using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Documentation;

/// <summary>A stored file as an HTTP answer. Whoever has it may ask whether it changed, or for a part of it.</summary>
static class ServedFile
{
    /// <param name="file">The file.</param>
    /// <param name="request">Who asks.</param>
    /// <param name="name">The name to save it under; null where it is part of a page.</param>
    public static IResult ServeTo(this StoredFile file, HttpRequest request, string? name)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "no-cache"; // kept, and asked for again each time
        headers.ContentDisposition = name is null ? "inline" : $"inline; filename=\"{name}\"";
        return Results.Stream(file.Content, file.Type, lastModified: file.Changed, entityTag: new(file.ETag.ToString("H")), enableRangeProcessing: true);
    }
}
