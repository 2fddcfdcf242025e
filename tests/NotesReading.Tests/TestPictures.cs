using System.Text;
using StbImageWriteSharp;

namespace ThaffFunctions.NotesReading.Tests;

/// <summary>Pictures as cameras and drawing programs make them: the left half blue, the right half red.</summary>
static class TestPictures
{
    public static byte[] Png(int width = 64, int height = 32)
    {
        using var file = new MemoryStream();
        new ImageWriter().WritePng(Pixels(width, height), width, height, ColorComponents.RedGreenBlue, file);
        return file.ToArray();
    }

    /// <summary>A JPEG whose Exif segment names camera and place, and how the camera was held.</summary>
    public static byte[] Jpeg(int orientation = 1, int width = 64, int height = 32)
    {
        using var file = new MemoryStream();
        new ImageWriter().WriteJpg(Pixels(width, height), width, height, ColorComponents.RedGreenBlue, file, 95);
        var bytes = file.ToArray();
        byte[] exif =
        [
            .. "Exif\0\0MM\0*\0\0\0\u0008\0\u0001"u8, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
            .. Encoding.ASCII.GetBytes("GPS Erfurt Kamera 4711"),
        ];
        return [.. bytes[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. bytes[2..]];
    }

    /// <summary>Adds a text to a PNG, as drawing programs do with names; readers pass over the missing checksum.</summary>
    public static byte[] WithText(byte[] png, string text)
    {
        const int afterHeader = 8 + 25;
        return [.. png[..afterHeader], 0, 0, 0, (byte)text.Length, .. "tEXt"u8, .. Encoding.ASCII.GetBytes(text), 0, 0, 0, 0,
            .. png[afterHeader..]];
    }

    static byte[] Pixels(int width, int height) =>
        [.. from y in Enumerable.Range(0, height) from x in Enumerable.Range(0, width) from part in x < width / 2 ? new byte[] { 0, 0, 255 }
            : [255, 0, 0] select part];
}
