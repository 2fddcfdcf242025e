using StbImageSharp;
using StbImageWriteSharp;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>Pictures as files of long ago hold them, GIF and BMP, made PNG. Of one that moves, its first picture.</summary>
static class OlderPicture
{
    /// <summary>As <see cref="AccessiblePdf.PublishedImage"/> allows.</summary>
    const long MaxPixels = 20_000_000;

    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes is [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] or [(byte)'B', (byte)'M', ..];

    /// <summary>What cannot be read or is too large stays as it is, and is refused as any other file that is no picture.</summary>
    public static byte[] ToPng(byte[] bytes)
    {
        try
        {
            if (ImageInfo.FromStream(new MemoryStream(bytes)) is not { } known || (long)known.Width * known.Height > MaxPixels) return bytes;

            var image = ImageResult.FromMemory(bytes, StbImageSharp.ColorComponents.RedGreenBlueAlpha);
            using var png = new MemoryStream();
            new ImageWriter().WritePng(image.Data, image.Width, image.Height, StbImageWriteSharp.ColorComponents.RedGreenBlueAlpha, png);
            return png.ToArray();
        }
        catch (Exception damaged) when (damaged is not OutOfMemoryException) // the decoder throws whatever damaged bytes lead it to
        {
            return bytes;
        }
    }
}
