using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using AccessiblePdf.Model;
using StbImageWriteSharp;

namespace AccessiblePdf.Tests;

/// <summary>Files made to use up memory, and the largest ones that are published. Each tells what came of it.</summary>
static class HeavyWork
{
    const long TwoGigabytes = 2L << 30;

    /// <summary>As many pixels as an image may have.</summary>
    const int Width = 5_000, Height = 4_000;

    public static IReadOnlyDictionary<string, Func<string>> All { get; } = new Dictionary<string, Func<string>>
    {
        ["png-bomb"] = () => Published(Png(100, 100, 2, 8, 0, TwoGigabytes)),
        ["png-bomb-interlaced"] = () => Published(Png(100, 100, 6, 16, 1, TwoGigabytes)),
        ["png-bomb-palette"] = () => Published(Png(100, 100, 3, 1, 0, TwoGigabytes, ("PLTE", new byte[6]))),
        ["png-texts"] = () => Published(Png(100, 100, 2, 8, 0, 100 * 301, ("iCCP", [.. "a\0\0"u8, .. Zeros(TwoGigabytes)]),
            ("zTXt", [.. "a\0\0"u8, .. Zeros(TwoGigabytes)]))),
        ["png-largest"] = () => Published(Png(Width, Height, 6, 16, 0, Height * (1L + 8 * Width))),
        ["png-largest-interlaced"] = () => Published(Png(Width, Height, 2, 8, 1, 7_500 + 3L * Width * Height)),
        ["jpeg-turned-largest"] = () => Published(TurnedJpeg()),
        ["table-50000"] = () => Written(Samples.Of(new Heading(1, "Tabelle"), Table(50_000))),
        ["headings-10000"] = () =>
            Written(Samples.Of([.. Enumerable.Range(1, 10_000).SelectMany(Chapter)]) with { TableOfContents = new() }),
    };

    public static string Written(AccessibleDocument document) =>
        PdfWriter.Write(document, Stream.Null).Pages > 1_000 ? "published" : "short";

    static string Published(byte[] file)
    {
        var image = PublishedImage.From(file);
        PdfWriter.Write(Samples.Of(new Figure { Image = image.Bytes, AlternativeText = "Bild" }), Stream.Null);
        return "published";
    }

    static IEnumerable<Block> Chapter(int number) => [new Heading(1, $"Kapitel {number}"), new Paragraph(Samples.Text(number))];

    static Table Table(int rows) => new()
    {
        Header = [new("Nummer", "Ort", "Betrieb", "Anzahl", "Vermerk")],
        Rows = [.. Enumerable.Range(1, rows)
            .Select(row => new TableRow($"{row}", $"Ort {row % 97}", $"Betrieb {row}", $"{row * 7 % 1000}", "in Arbeit"))],
    };

    static byte[] Png(int width, int height, byte colourType, byte bitDepth, byte interlace, long unpacked,
        params (string Type, byte[] Content)[] chunks)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = (bitDepth, colourType, interlace);
        var file = new MemoryStream();
        file.Write([0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']);
        foreach (var (type, content) in chunks.Prepend(("IHDR", header)).Append(("IDAT", Zeros(unpacked))).Append(("IEND", [])))
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
            file.Write([.. length, .. Encoding.ASCII.GetBytes(type)]);
            file.Write(content);
            file.Write(new byte[4]); // nobody looks at the checksum
        }
        return file.ToArray();
    }

    static byte[] Zeros(long count)
    {
        var (packed, zeros) = (new MemoryStream(), new byte[1 << 20]);
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (; count > 0; count -= zeros.Length) zlib.Write(zeros, 0, (int)Math.Min(count, zeros.Length));
        }
        return packed.ToArray();
    }

    static byte[] TurnedJpeg()
    {
        var file = new MemoryStream();
        new ImageWriter().WriteJpg(new byte[3 * Width * Height], Width, Height, ColorComponents.RedGreenBlue, file, 90);
        var (marker, exif) = Jpegs.Exif(6);
        return [0xFF, 0xD8, 0xFF, marker, (byte)(exif.Length + 2 >> 8), (byte)(exif.Length + 2), .. exif, .. file.ToArray().AsSpan(2)];
    }
}
