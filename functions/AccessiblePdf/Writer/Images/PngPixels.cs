using System.Buffers.Binary;
using System.IO.Compression;

namespace AccessiblePdf.Writer.Images;

/// <summary>
/// Unpacks the rows of a PNG one after the other and lays them on white. No more is unpacked than the header announces: a few packed
/// kilobytes can hold gigabytes.
/// </summary>
sealed class PngPixels
{
    /// <summary>What may follow the last row; some programs fill up with zeros.</summary>
    const int LargestRest = 64 * 1024;

    /// <summary>Where the seven passes of an interlaced image begin, and how far their pixels stand apart (PNG, clause 8.2).</summary>
    static readonly int[][] Adam7 = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]];

    static readonly int[][] OnePass = [[0, 0, 1, 1]];

    readonly PngChunks chunks;
    readonly byte[] pixels;
    readonly int[] samples;
    bool isGrey = true;

    PngPixels(PngChunks chunks)
    {
        this.chunks = chunks;
        pixels = new byte[3 * chunks.Width * chunks.Height];
        samples = new int[chunks.Samples];
    }

    /// <summary>Red, green and blue of every pixel.</summary>
    /// <param name="chunks">The image.</param>
    /// <param name="isGrey">Whether all pixels turned out grey.</param>
    /// <exception cref="UnusableImageException">The rows are damaged, or they are more than announced.</exception>
    public static byte[] Read(PngChunks chunks, out bool isGrey)
    {
        var image = new PngPixels(chunks);
        try
        {
            using var rows = new ZLibStream(chunks.Data, CompressionMode.Decompress);
            foreach (var pass in chunks.IsInterlaced ? Adam7 : OnePass) image.ReadPass(rows, pass[0], pass[1], pass[2], pass[3]);
            CheckRest(rows);
        }
        catch (Exception cause) when (cause is InvalidDataException or EndOfStreamException)
        {
            throw PngImage.Broken(cause);
        }
        isGrey = image.isGrey;
        return image.pixels;
    }

    static void CheckRest(Stream rows)
    {
        var rest = new byte[LargestRest + 1];
        try
        {
            if (rows.ReadAtLeast(rest, rest.Length, throwOnEndOfStream: false) < rest.Length) return;
        }
        catch (InvalidDataException) // a wrong checksum at the end; all rows are there
        {
            return;
        }
        throw new UnusableImageException(ImageProblem.Overfull,
            "the PNG file unpacks to more than the image it announces; nothing of it was used");
    }

    void ReadPass(Stream rows, int startX, int startY, int stepX, int stepY)
    {
        var width = (chunks.Width - startX + stepX - 1) / stepX;
        if (width <= 0) return;
        var distance = Math.Max(1, chunks.Samples * chunks.BitDepth / 8); // from a byte to the one it differs from
        var (row, above) = (new byte[1 + chunks.RowSize(width)], new byte[1 + chunks.RowSize(width)]);
        for (var y = startY; y < chunks.Height; y += stepY)
        {
            rows.ReadExactly(row);
            Unfilter(row, above, distance);
            for (var i = 0; i < width; i++) Put(row.AsSpan(1), i, startX + i * stepX, y);
            (row, above) = (above, row);
        }
    }

    /// <summary>Makes differences values again (clause 9).</summary>
    static void Unfilter(byte[] row, byte[] above, int distance)
    {
        var filter = row[0];
        if (filter > 4) throw PngImage.Broken();
        for (var i = 1; filter > 0 && i < row.Length; i++)
        {
            int left = i > distance ? row[i - distance] : 0, corner = i > distance ? above[i - distance] : 0;
            row[i] += (byte)(filter switch
            {
                1 => left,
                2 => above[i],
                3 => (left + above[i]) / 2,
                _ => PngPredictor.Paeth(left, above[i], corner),
            });
        }
    }

    void Put(ReadOnlySpan<byte> row, int index, int x, int y)
    {
        for (var i = 0; i < samples.Length; i++) samples[i] = Sample(row, index * samples.Length + i);
        var (red, green, blue, alpha) = chunks.ColourType == PngChunks.Palette ? FromPalette(samples[0]) : FromSamples();
        var pixel = pixels.AsSpan(3 * (y * chunks.Width + x), 3);
        (pixel[0], pixel[1], pixel[2]) = (OnWhite(red, alpha), OnWhite(green, alpha), OnWhite(blue, alpha));
        isGrey &= pixel[0] == pixel[1] && pixel[0] == pixel[2];
    }

    int Sample(ReadOnlySpan<byte> row, int index) => chunks.BitDepth switch
    {
        8 => row[index],
        16 => BinaryPrimitives.ReadUInt16BigEndian(row[(2 * index)..]),
        var bits => row[index * bits / 8] >> 8 - bits - index * bits % 8 & (1 << bits) - 1,
    };

    (byte Red, byte Green, byte Blue, byte Alpha) FromPalette(int index)
    {
        var colours = chunks.Colours.Span;
        var alphas = chunks.Transparency.Span;
        if (3 * index >= colours.Length) return (0, 0, 0, 255); // index outside the palette
        return (colours[3 * index], colours[3 * index + 1], colours[3 * index + 2], index < alphas.Length ? alphas[index] : (byte)255);
    }

    (byte Red, byte Green, byte Blue, byte Alpha) FromSamples()
    {
        var alpha = chunks.HasAlpha ? Level(samples[^1]) : IsTransparent() ? (byte)0 : (byte)255;
        return samples.Length < 3 ? (Level(samples[0]), Level(samples[0]), Level(samples[0]), alpha)
            : (Level(samples[0]), Level(samples[1]), Level(samples[2]), alpha);
    }

    bool IsTransparent()
    {
        var transparent = chunks.Transparency.Span;
        if (transparent.IsEmpty) return false;
        var mask = (1 << chunks.BitDepth) - 1;
        for (var i = 0; i < samples.Length; i++)
        {
            if ((BinaryPrimitives.ReadUInt16BigEndian(transparent[(2 * i)..]) & mask) != samples[i]) return false;
        }
        return true;
    }

    /// <summary>A sample in eight bits.</summary>
    byte Level(int sample) => chunks.BitDepth switch
    {
        8 => (byte)sample,
        16 => (byte)(sample >> 8),
        var bits => (byte)(sample * 255 / ((1 << bits) - 1)),
    };

    static byte OnWhite(byte level, byte alpha) => alpha == 255 ? level : (byte)((level * alpha + 255 * (255 - alpha) + 127) / 255);
}
