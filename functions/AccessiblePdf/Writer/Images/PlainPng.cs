using System.Buffers.Binary;
using System.IO.Compression;

namespace AccessiblePdf.Writer.Images;

/// <summary>
/// A PNG as <see cref="PublishedImage"/> writes it: grey or colour of eight bits, not interlaced, nothing transparent, nothing told beside
/// the pixels. A PDF takes its packed rows as they are (ISO 32000-1, 7.4.4.4); to unpack them once, which proves them whole, costs little
/// beside packing them anew.
/// </summary>
static class PlainPng
{
    /// <summary>
    /// Where the rows begin, after signature, IHDR, and the head of the only IDAT; and what follows them, its checksum and IEND.
    /// </summary>
    const int Start = 41, Ending = 16;

    const int HighestFilter = 4;

    /// <returns>The packed rows; null if the file is another kind of PNG, or damaged.</returns>
    public static ReadOnlyMemory<byte>? RowsOf(ReadOnlyMemory<byte> file, int width, int height, out bool isGrey)
    {
        isGrey = false;
        if (file.Length < Start + Ending || !IsPlain(file.Span)) return null;

        isGrey = file.Span[25] == 0;
        var rows = file[Start..^Ending];
        if (!AreWhole(rows, width * (isGrey ? 1 : 3), height)) return null;
        return rows;
    }

    static bool IsPlain(ReadOnlySpan<byte> file) =>
        file[8..16].SequenceEqual("\0\0\0\rIHDR"u8)
        && file[24..29] is [8, 0 or 2, 0, 0, 0] // bits; grey or colour; the only way to pack, the only filters, no interlace
        && BinaryPrimitives.ReadInt32BigEndian(file[33..]) == file.Length - Start - Ending && file[37..Start].SequenceEqual("IDAT"u8)
        && file[^8..^4].SequenceEqual("IEND"u8);

    static bool AreWhole(ReadOnlyMemory<byte> rows, int size, int height)
    {
        try
        {
            using var unpacked = new ZLibStream(new MemoryStream(rows.ToArray()), CompressionMode.Decompress);
            var row = new byte[1 + size];
            for (var y = 0; y < height; y++)
            {
                if (unpacked.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) < row.Length || row[0] > HighestFilter) return false;
            }
            return unpacked.ReadByte() < 0;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
