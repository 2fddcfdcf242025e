using System.Buffers.Binary;
using StbImageSharp;

namespace AccessiblePdf.Writer.Images;

/// <summary>A PNG of any kind, laid on white and packed anew, grey if it has no colour; one that is packed so already is taken over.</summary>
static class PngImage
{
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static Picture Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length < 24) throw Broken();
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(file.Span[16..]), BinaryPrimitives.ReadUInt32BigEndian(file.Span[20..]));
        Picture.CheckSize(width, height);
        if (PlainPng.RowsOf(file, (int)width, (int)height, out var isGrey) is { } rows) return Of((int)width, (int)height, isGrey, rows);

        var image = Decode(file);
        isGrey = LayOnWhite(image.Data);
        return Of(image.Width, image.Height, isGrey, PdfFile.Deflate(PngPredictor.Apply(image.Data, image.Width, image.Height, isGrey ? 1 : 3)));
    }

    static Picture Of(int width, int height, bool isGrey, ReadOnlyMemory<byte> rows) => new(
        width, height, isGrey,
        FormattableString.Invariant($"/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors {(isGrey ? 1 : 3)}/BitsPerComponent 8/Columns {width}>>"),
        rows);

    static ImageResult Decode(ReadOnlyMemory<byte> file)
    {
        try
        {
            return ImageResult.FromMemory(file.ToArray(), ColorComponents.RedGreenBlueAlpha);
        }
        catch (Exception cause) when (cause is not OutOfMemoryException) // the decoder throws whatever damaged bytes lead it to
        {
            throw Broken(cause);
        }
    }

    /// <summary>Whether all pixels turned out grey.</summary>
    static bool LayOnWhite(byte[] pixels)
    {
        var isGrey = true;
        for (var at = 0; at < pixels.Length; at += 4)
        {
            var alpha = pixels[at + 3];
            for (var part = at; alpha < 255 && part < at + 3; part++)
                pixels[part] = (byte)((pixels[part] * alpha + 255 * (255 - alpha) + 127) / 255);
            isGrey &= pixels[at] == pixels[at + 1] && pixels[at] == pixels[at + 2];
        }
        return isGrey;
    }

    static UnusableImageException Broken(Exception? cause = null) => new(ImageProblem.Unreadable, "the PNG file is damaged or ends early", cause);
}
