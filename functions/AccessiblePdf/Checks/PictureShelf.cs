using System.Security.Cryptography;
using AccessiblePdf.Writer.Images;

namespace AccessiblePdf.Checks;

/// <summary>Reads each image once, however often a document shows it.</summary>
sealed class PictureShelf
{
    readonly Dictionary<string, Picture> pictures = [];

    public Picture PictureOf(ReadOnlyMemory<byte> file)
    {
        var key = Convert.ToHexString(SHA256.HashData(file.Span));
        return pictures.TryGetValue(key, out var picture) ? picture : pictures[key] = Picture.Read(file);
    }
}
