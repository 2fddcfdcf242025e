namespace AccessiblePdf.Tests;

/// <summary>PNG files of every colour type, bit depth and interlace.</summary>
static class Pngs
{
    static readonly (int X, int Y, int StepX, int StepY)[] Adam7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4),
        (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="colourType">0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha.</param>
    /// <param name="bitDepth">Bits of one sample.</param>
    /// <param name="isInterlaced">In seven passes.</param>
    /// <param name="samples">The samples of a pixel.</param>
    /// <param name="chunks">Further chunks, such as a palette.</param>
    public static byte[] Of(int width, int height, byte colourType, byte bitDepth, bool isInterlaced, Func<int, int, int[]> samples,
        params (string, byte[])[] chunks)
    {
        var rows = new List<byte>();
        foreach (var (startX, startY, stepX, stepY) in isInterlaced ? Adam7 : [(0, 0, 1, 1)])
        {
            for (var y = startY; y < height && startX < width; y += stepY)
            {
                rows.Add(0);
                rows.AddRange(Packed(Enumerable.Range(0, width).Where(x => x >= startX && (x - startX) % stepX == 0)
                    .SelectMany(x => samples(x, y)), bitDepth));
            }
        }
        return Samples.Png(width, height, bitDepth, colourType, (byte)(isInterlaced ? 1 : 0), [.. rows], chunks);
    }

    static IEnumerable<byte> Packed(IEnumerable<int> samples, int bitDepth)
    {
        var (value, bits) = (0, 0);
        foreach (var sample in samples)
        {
            (value, bits) = (value << bitDepth | sample, bits + bitDepth);
            while (bits >= 8)
            {
                bits -= 8;
                yield return (byte)(value >> bits);
                value &= (1 << bits) - 1;
            }
        }
        if (bits > 0) yield return (byte)(value << 8 - bits);
    }
}
