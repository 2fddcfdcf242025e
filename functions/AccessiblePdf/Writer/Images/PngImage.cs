using System.Buffers.Binary;

namespace AccessiblePdf.Writer.Images;

/// <summary>
/// A PNG of any kind, laid on white and packed anew, grey if it has no colour; one that is packed so already is taken over.
/// </summary>
static class PngImage
{
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static Picture Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length < 24) throw Broken();
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(file.Span[16..]),
            BinaryPrimitives.ReadUInt32BigEndian(file.Span[20..]));
        Picture.CheckSize(width, height);
        if (PlainPng.RowsOf(file, (int)width, (int)height, out var isGrey) is { } rows) return Of((int)width, (int)height, isGrey, rows);

        var chunks = PngChunks.Read(file);
        var pixels = PngPixels.Read(chunks, out isGrey);
        return Of(chunks.Width, chunks.Height, isGrey, PngPredictor.Pack(pixels, chunks.Width, chunks.Height, isGrey ? 1 : 3));
    }

    public static UnusableImageException Broken(Exception? cause = null) =>
        new(ImageProblem.Unreadable, "the PNG file is damaged or ends early", cause);

    static Picture Of(int width, int height, bool isGrey, ReadOnlyMemory<byte> rows) => new(
        width, height, isGrey,
        FormattableString.Invariant($"/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors {(isGrey ? 1 : 3)}/BitsPerComponent 8/Columns {width}>>"),
        rows);
}
