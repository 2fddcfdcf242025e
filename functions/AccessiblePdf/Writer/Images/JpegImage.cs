using System.Buffers.Binary;

namespace AccessiblePdf.Writer.Images;

/// <summary>
/// A JPEG passed through (ITU-T T.81, annex B) without its comments and application segments: place, camera and preview pictures stay
/// behind.
/// </summary>
static class JpegImage
{
    /// <summary>
    /// Encoders write about ten. Each one goes through the whole image, so that thousands of them keep a reader busy for minutes.
    /// </summary>
    const int MaxScans = 100;

    const byte StartOfScan = 0xDA, EndOfImage = 0xD9, Exif = 0xE1, Adobe = 0xEE, Comment = 0xFE;

    public static ReadOnlySpan<byte> Signature => [0xFF, 0xD8, 0xFF];

    public static Picture Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes[..2]);
        var (frame, orientation, hasAdobe, scans) = (default(Frame?), Orientation.Upright, false, 0);

        for (var at = 2; ;)
        {
            var marker = MarkerAt(bytes, ref at);
            if (marker == EndOfImage) break;
            var segment = SegmentAt(bytes, at);
            if (IsFrame(marker)) frame = Frame.Read(marker, segment);
            if (marker == Exif && orientation == Orientation.Upright) orientation = Orientations.FromExif(segment);
            if (marker == Adobe) hasAdobe = true;
            var end = at + 2 + segment.Length;
            if (marker == StartOfScan) (scans, end) = (scans + 1, EndOfScan(bytes, end));
            if (scans > MaxScans) throw new UnusableImageException(ImageProblem.Overfull, "the JPEG file has more than 100 scans");
            if (marker is Adobe or not (>= 0xE0 and <= 0xEF or Comment))
            {
                kept.Write([0xFF, marker]);
                kept.Write(bytes[at..end]);
            }
            at = end;
        }
        kept.Write([0xFF, EndOfImage]);
        if (frame is null || scans == 0) throw Broken();

        // without Adobe's segment three components are luma and chroma, unless they are named R, G and B (ISO 32000-1, table 13)
        var transform = frame.IsNamedRgb && !hasAdobe ? "/DecodeParms<</ColorTransform 0>>" : "";
        return new(frame.Width, frame.Height, frame.Components == 1, $"/Filter/DCTDecode{transform}",
            kept.ToArray())
        { Orientation = orientation };
    }

    static byte MarkerAt(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (at >= bytes.Length || bytes[at] != 0xFF) throw Broken();
        while (at < bytes.Length && bytes[at] == 0xFF) at++; // fill bytes may stand before a marker
        return at < bytes.Length ? bytes[at++] : throw Broken();
    }

    static ReadOnlySpan<byte> SegmentAt(ReadOnlySpan<byte> bytes, int at)
    {
        if (at + 2 > bytes.Length) throw Broken();
        var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
        return length >= 2 && at + length <= bytes.Length ? bytes.Slice(at + 2, length - 2) : throw Broken();
    }

    /// <summary>Where the next marker follows the entropy-coded data; stuffed zeros and restart markers belong to the data.</summary>
    static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        while (true)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= bytes.Length) throw Broken();
            at += next;
            if (bytes[at + 1] is not (0 or 0xFF or >= 0xD0 and <= 0xD7)) return at;
            at += bytes[at + 1] == 0xFF ? 1 : 2;
        }
    }

    static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    static UnusableImageException Broken() => new(ImageProblem.Unreadable, "the JPEG file is damaged or ends early");

    sealed record Frame(int Width, int Height, int Components, bool IsNamedRgb)
    {
        public static Frame Read(byte marker, ReadOnlySpan<byte> segment)
        {
            if (segment.Length < 6 || segment.Length < 6 + 3 * segment[5]) throw Broken();
            if (marker > 0xC2 || segment[0] != 8)
                throw new UnusableImageException(ImageProblem.Unreadable,
                    "this kind of JPEG (lossless, arithmetic or 12 bit) cannot be shown in a PDF; save it as an ordinary JPEG");
            var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]));
            Picture.CheckSize(width, height);
            return segment[5] switch
            {
                1 => new(width, height, 1, false),
                3 => new(width, height, 3, (segment[6], segment[9], segment[12]) == ('R', 'G', 'B')),
                4 => throw new UnusableImageException(ImageProblem.Cmyk, "the JPEG is made for print (CMYK); save it in RGB"),
                _ => throw Broken(),
            };
        }
    }
}
