using System.Text;

namespace AccessiblePdf.Tests;

/// <summary>JPEG files of blocks of 8 by 8 equal pixels, made by hand (ITU-T T.81).</summary>
static class Jpegs
{
    /// <param name="columns">Blocks in a row.</param>
    /// <param name="levels">The level of each block, 0 to 255, the same in every component.</param>
    /// <param name="components">1 is grey, 3 luma and chroma, 4 CMYK.</param>
    /// <param name="segments">Further segments, such as Exif.</param>
    public static byte[] Of(int columns, byte[] levels, int components = 1, params (byte Marker, byte[] Content)[] segments)
    {
        var rows = levels.Length / columns;
        var file = new MemoryStream();
        file.Write([0xFF, 0xD8]);
        foreach (var (marker, content) in segments) Segment(marker, content);
        Segment(0xDB, [0, .. Enumerable.Repeat((byte)8, 64)]);
        Segment(0xC0, [8, 0, (byte)(8 * rows), 0, (byte)(8 * columns), (byte)components,
            .. Enumerable.Range(1, components).SelectMany(id => new byte[] { (byte)id, 0x11, 0 })]);
        // twelve codes of four bits
        Segment(0xC4, [0x00, 0, 0, 0, 12, .. new byte[12], .. Enumerable.Range(0, 12).Select(category => (byte)category)]);
        Segment(0xC4, [0x10, 1, .. new byte[15], 0]); // one code: end of block
        Segment(0xDA, [(byte)components, .. Enumerable.Range(1, components).SelectMany(id => new byte[] { (byte)id, 0 }), 0, 63, 0]);
        file.Write(Scan(levels, components));
        file.Write([0xFF, 0xD9]);
        return file.ToArray();

        void Segment(byte marker, byte[] content)
        {
            file.Write([0xFF, marker, (byte)(content.Length + 2 >> 8), (byte)(content.Length + 2)]);
            file.Write(content);
        }
    }

    /// <summary>An APP1 segment with an orientation, a camera and a place's name.</summary>
    public static (byte Marker, byte[] Content) Exif(int orientation) =>
        (0xE1, [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0,
            .. "Kamera Erfurt GPS"u8]);

    static byte[] Scan(byte[] levels, int components)
    {
        var bits = new StringBuilder();
        var last = new int[components];
        foreach (var level in levels)
        {
            for (var component = 0; component < components; component++)
            {
                var value = components == 3 && component > 0 ? 0 : level - 128;
                var (difference, size) = (value - last[component], 0);
                last[component] = value;
                while (Math.Abs(difference) >> size > 0) size++;
                bits.Append(Convert.ToString(size, 2).PadLeft(4, '0'));
                if (size > 0) bits.Append(Convert.ToString(difference < 0 ? difference + (1 << size) - 1 : difference, 2).PadLeft(size,
                    '0'));
                bits.Append('0');
            }
        }
        while (bits.Length % 8 != 0) bits.Append('1');
        return [.. bits.ToString().Chunk(8).Select(chunk => Convert.ToByte(new string(chunk), 2))
            .SelectMany(value => value == 0xFF ? new byte[] { 0xFF, 0 } : [value])];
    }
}
