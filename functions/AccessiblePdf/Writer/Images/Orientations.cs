using System.Buffers.Binary;

namespace AccessiblePdf.Writer.Images;

static class Orientations
{
    public static bool IsSideways(this Orientation orientation) => orientation >= Orientation.MirroredTurnedLeft;

    /// <summary>The matrix that sets the unit square of the stored image into a box, upright (ISO 32000-1, 8.3.4).</summary>
    public static double[] Matrix(this Orientation orientation, double x, double y, double width, double height) => orientation switch
    {
        Orientation.Mirrored => [-width, 0, 0, height, x + width, y],
        Orientation.UpsideDown => [-width, 0, 0, -height, x + width, y + height],
        Orientation.MirroredUpsideDown => [width, 0, 0, -height, x, y + height],
        Orientation.MirroredTurnedLeft => [0, -height, -width, 0, x + width, y + height],
        Orientation.TurnedRight => [0, -height, width, 0, x, y + height],
        Orientation.MirroredTurnedRight => [0, height, width, 0, x, y],
        Orientation.TurnedLeft => [0, height, -width, 0, x + width, y],
        _ => [width, 0, 0, height, x, y],
    };

    /// <summary>The position in the stored rows of a pixel of the upright picture.</summary>
    public static (int X, int Y) Source(this Orientation orientation, int x, int y, int width, int height) => orientation switch
    {
        Orientation.Mirrored => (width - 1 - x, y),
        Orientation.UpsideDown => (width - 1 - x, height - 1 - y),
        Orientation.MirroredUpsideDown => (x, height - 1 - y),
        Orientation.MirroredTurnedLeft => (y, x),
        Orientation.TurnedRight => (y, height - 1 - x),
        Orientation.MirroredTurnedRight => (width - 1 - y, height - 1 - x),
        Orientation.TurnedLeft => (width - 1 - y, x),
        _ => (x, y),
    };

    /// <summary>Reads the orientation from the content of an APP1 segment; upright if there is none.</summary>
    public static Orientation FromExif(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8) || segment.Length < 14) return Orientation.Upright;
        var tiff = segment[6..];
        var isLittle = tiff[0] == 'I';
        var directory = UInt32(tiff, 4, isLittle);
        if (directory > tiff.Length - 2) return Orientation.Upright;

        var count = UInt16(tiff, (int)directory, isLittle);
        for (var entry = (int)directory + 2; count > 0 && entry + 12 <= tiff.Length; entry += 12, count--)
        {
            if (UInt16(tiff, entry, isLittle) != 0x0112) continue;
            var value = (Orientation)UInt16(tiff, entry + 8, isLittle);
            return Enum.IsDefined(value) ? value : Orientation.Upright;
        }
        return Orientation.Upright;
    }

    static ushort UInt16(ReadOnlySpan<byte> bytes, int at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    static uint UInt32(ReadOnlySpan<byte> bytes, int at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
