using StbImageSharp;
using StbImageWriteSharp;

namespace ThaffFunctions.NotesReading.Word.Drawings;

/// <summary>Converts GIF and BMP to PNG. Of an animation the first frame is taken.</summary>
static class OlderPicture
{
    /// <summary>The limit of <see cref="AccessiblePdf.PublishedImage"/>.</summary>
    const long MaxPixels = 20_000_000;

    /// <summary>Whether a file is a GIF or BMP.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes) =>
        bytes is [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] or [(byte)'B', (byte)'M', ..];

    /// <summary>
    /// A file that cannot be read or is too large is returned unchanged, and refused later as any other unreadable picture.
    /// </summary>
    public static byte[] ToPng(byte[] bytes)
    {
        try
        {
            if (ImageInfo.FromStream(new MemoryStream(bytes)) is not { } known || (long)known.Width * known.Height > MaxPixels)
                return bytes;

            var image = ImageResult.FromMemory(bytes, StbImageSharp.ColorComponents.RedGreenBlueAlpha);
            using var png = new MemoryStream();
            new ImageWriter().WritePng(image.Data, image.Width, image.Height, StbImageWriteSharp.ColorComponents.RedGreenBlueAlpha, png);
            return png.ToArray();
        }
        catch (Exception damaged) when (damaged is not OutOfMemoryException) // the decoder throws exceptions of any kind for damaged files
        {
            return bytes;
        }
    }
}
