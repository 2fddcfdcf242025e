using System.IO.Compression;

namespace AccessiblePdf.Writer.Images;

/// <summary>
/// Packs each row as its differences from what stands left of it and above it, which packs better (ISO 32000-1, 7.4.4.4; PNG, clause 9).
/// </summary>
static class PngPredictor
{
    /// <param name="pixels">Red, green and blue of every pixel.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="components">How many of the three to keep, from the first.</param>
    public static byte[] Pack(ReadOnlySpan<byte> pixels, int width, int height, int components)
    {
        var size = width * components;
        var packed = new MemoryStream();
        var (above, row) = (new byte[size], new byte[size]);
        var candidates = new byte[4][];
        for (var i = 0; i < candidates.Length; i++) candidates[i] = new byte[size];

        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                Pick(pixels.Slice(3 * width * y, 3 * width), row, components);
                var best = Filter(row, above, candidates, components);
                zlib.WriteByte(best == 3 ? (byte)4 : (byte)best); // none, left, above, and Paeth's, whose number is 4
                zlib.Write(candidates[best]);
                (above, row) = (row, above);
            }
        }
        return packed.ToArray();
    }

    static void Pick(ReadOnlySpan<byte> pixels, Span<byte> row, int components)
    {
        for (var (from, to) = (0, 0); from < pixels.Length; from += 3, to += components)
            pixels.Slice(from, components).CopyTo(row[to..]);
    }

    /// <summary>Fills the candidates and tells which has the smallest differences.</summary>
    static int Filter(byte[] row, byte[] above, byte[][] candidates, int components)
    {
        Span<long> sums = stackalloc long[4];
        for (var i = 0; i < row.Length; i++)
        {
            int left = i < components ? 0 : row[i - components], corner = i < components ? 0 : above[i - components];
            Set(0, row[i], sums);
            Set(1, row[i] - left, sums);
            Set(2, row[i] - above[i], sums);
            Set(3, row[i] - Paeth(left, above[i], corner), sums);

            void Set(int candidate, int difference, Span<long> sums)
            {
                candidates[candidate][i] = (byte)difference;
                sums[candidate] += Math.Abs((int)(sbyte)difference);
            }
        }
        var best = 0;
        for (var i = 1; i < sums.Length; i++)
        {
            if (sums[i] < sums[best]) best = i;
        }
        return best;
    }

    public static int Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
