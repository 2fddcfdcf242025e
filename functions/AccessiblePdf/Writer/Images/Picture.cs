namespace AccessiblePdf.Writer.Images;

/// <summary>An image as it is embedded: pixels without the metadata of the source file.</summary>
/// <param name="PixelWidth">Pixels in a row as stored.</param>
/// <param name="PixelHeight">Rows as stored.</param>
/// <param name="IsGrey">One component instead of red, green and blue.</param>
/// <param name="Encoding">The entries that say how <paramref name="Data"/> is encoded.</param>
/// <param name="Data">The encoded pixels.</param>
sealed record Picture(int PixelWidth, int PixelHeight, bool IsGrey, string Encoding, ReadOnlyMemory<byte> Data)
{
    const int MaximumPixels = 20_000_000;

    public Orientation Orientation { get; init; } = Orientation.Upright;

    /// <summary>The width after the orientation is applied.</summary>
    public int Width => Orientation.IsSideways() ? PixelHeight : PixelWidth;

    /// <summary>The height after the orientation is applied.</summary>
    public int Height => Orientation.IsSideways() ? PixelWidth : PixelHeight;

    /// <exception cref="UnusableImageException">The bytes are no image that can be published.</exception>
    public static Picture Read(ReadOnlyMemory<byte> file)
    {
        if (file.Span.StartsWith(PngImage.Signature)) return PngImage.Read(file);
        if (file.Span.StartsWith(JpegImage.Signature)) return JpegImage.Read(file);
        throw new UnusableImageException(ImageProblem.Unreadable, "the file is neither PNG nor JPEG");
    }

    public static void CheckSize(long width, long height)
    {
        if (width < 1 || height < 1) throw new UnusableImageException(ImageProblem.Unreadable, "the image has no pixels");
        if (width * height > MaximumPixels)
            throw new UnusableImageException(
                ImageProblem.TooLarge, $"the image has {width} x {height} pixels; at most 20 million are allowed");
    }

    /// <summary>An image dictionary with its data (ISO 32000-1, 8.9.5).</summary>
    public void Write(PdfFile file, int id) => file.SetRawStream(
        id,
        FormattableString.Invariant($"/Type/XObject/Subtype/Image/Width {PixelWidth}/Height {PixelHeight}/ColorSpace/{(IsGrey ? "DeviceGray" : "DeviceRGB")}/BitsPerComponent 8{Encoding}"),
        Data.Span);
}
