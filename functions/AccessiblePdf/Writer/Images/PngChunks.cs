using System.Buffers.Binary;
using System.Text;

namespace AccessiblePdf.Writer.Images;

/// <summary>
/// What a PNG says of its pixels (PNG, third edition, clause 11). Everything else, such as colour profiles, texts and Exif, is skipped as
/// it is, without decompressing it, because it is not published.
/// </summary>
sealed record PngChunks(int Width, int Height, int BitDepth, int ColourType, bool IsInterlaced)
{
    public const int Palette = 3;

    /// <summary>Red, green and blue of each entry of the palette.</summary>
    public ReadOnlyMemory<byte> Colours { get; private set; }

    /// <summary>Alpha of the palette's entries, or the colour that counts as transparent, two bytes a sample.</summary>
    public ReadOnlyMemory<byte> Transparency { get; private set; }

    /// <summary>The packed rows.</summary>
    public MemoryStream Data { get; } = new();

    /// <summary>Samples of a pixel (table 8).</summary>
    public int Samples => ColourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    public bool HasAlpha => ColourType >= 4;

    /// <summary>The bytes of a row of some pixels, without its filter.</summary>
    public int RowSize(int pixels) => (int)(((long)pixels * Samples * BitDepth + 7) / 8);

    /// <exception cref="UnusableImageException">It is no PNG, or damaged.</exception>
    public static PngChunks Read(ReadOnlyMemory<byte> file)
    {
        PngChunks? chunks = null;
        for (var at = PngImage.Signature.Length; ;)
        {
            if (at + 12 > file.Length) throw PngImage.Broken();
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.Span[at..]);
            if (length > file.Length - at - 12) throw PngImage.Broken();
            var (type, content) = (Encoding.Latin1.GetString(file.Span.Slice(at + 4, 4)), file.Slice(at + 8, (int)length));
            if (type == "IHDR" == chunks is not null) throw PngImage.Broken(); // it is the first one, and the only one of its kind
            switch (type)
            {
                case "IHDR": chunks = Header(content.Span); break;
                case "PLTE": chunks!.Colours = content; break;
                case "tRNS": chunks!.Transparency = content; break;
                case "IDAT": chunks!.Data.Write(content.Span); break;
                case "IEND": return chunks!.Checked();
                case var other when char.IsAsciiLetterUpper(other[0]): throw PngImage.Broken(); // needed to understand the image (5.4)
            }
            at += 12 + (int)length;
        }
    }

    static PngChunks Header(ReadOnlySpan<byte> header)
    {
        if (header.Length != 13 || header[10] != 0 || header[11] != 0 || header[12] > 1) throw PngImage.Broken();
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
        Picture.CheckSize(width, height);
        var isKnown = (header[9], header[8]) switch
        {
            (0, 1 or 2 or 4 or 8 or 16) or (Palette, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16) => true,
            _ => false,
        };
        return isKnown ? new((int)width, (int)height, header[8], header[9], header[12] == 1) : throw PngImage.Broken();
    }

    PngChunks Checked()
    {
        if (Data.Length == 0 || ColourType == Palette && (Colours.Length == 0 || Colours.Length % 3 != 0)) throw PngImage.Broken();
        if (ColourType is 0 or 2 && Transparency.Length is not 0 && Transparency.Length != 2 * Samples) throw PngImage.Broken();
        Data.Position = 0;
        return this;
    }
}
