using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Shared.Web.Forms;

/// <summary>Reads the raw body of a request.</summary>
static class RequestBytes
{
    /// <returns>The bytes; null if there are more than allowed. It never reads more than that into memory.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int most, CancellationToken cancellation)
    {
        if (request.ContentLength > most) return null;

        using var buffer = new MemoryStream((int)(request.ContentLength ?? 1024));
        var chunk = new byte[8192];
        for (int read; (read = await request.Body.ReadAsync(chunk, cancellation)) > 0;)
        {
            if (buffer.Length + read > most) return null;
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
