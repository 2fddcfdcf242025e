using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace AccessiblePdf.Writer.Fonts;

/// <summary>A font file with only the glyphs a document uses, numbered anew in the order they were asked for.</summary>
sealed class TrueTypeSubset(TrueTypeFont font)
{
    const int EmptyGlyph = -1, Speck = -2;

    /// <summary>A square of this many font units.</summary>
    public const int SpeckSize = 2;

    readonly List<int> glyphs = [0];

    /// <summary>How far each glyph is moved to the right and upwards, in font units.</summary>
    readonly List<int> shifts = [0], rises = [0];

    /// <summary>The new number of each glyph, 0 for those that are not used, and last those of the empty one and of the speck.</summary>
    readonly ushort[] numbers = new ushort[font.Glyphs + 2];

    /// <summary>The new number of a glyph.</summary>
    public ushort Add(int glyph)
    {
        ref var number = ref numbers[glyph < 0 ? font.Glyphs - 1 - glyph : glyph];
        if (number != 0 || glyph == 0) return number;
        number = (ushort)glyphs.Count;
        glyphs.Add(glyph);
        shifts.Add(0);
        rises.Add(0);
        return number;
    }

    /// <summary>
    /// The new number of a glyph that is drawn elsewhere than its place, composed of the one it shows (OpenType 1.9, glyf).
    /// </summary>
    public ushort AddMoved(int glyph, int shift, int rise)
    {
        if (shift == 0 && rise == 0 || font.OutlineOf(glyph).IsEmpty) return Add(glyph);
        glyphs.Add(glyph);
        shifts.Add(shift);
        rises.Add(rise);
        return (ushort)(glyphs.Count - 1);
    }

    /// <summary>
    /// The new number of a glyph that shows nothing and takes no room, for characters such as a soft hyphen inside a line.
    /// </summary>
    public ushort AddEmpty() => Add(EmptyGlyph);

    /// <summary>
    /// The new number of a glyph too small to be seen, for letters that a ligature shows: some tools pass over glyphs without an outline.
    /// </summary>
    public ushort AddSpeck() => Add(Speck);

    public byte[] ToFile()
    {
        var (outlines, offsets) = Outlines();
        var (metrics, locations) = (new byte[4 * glyphs.Count], new byte[4 * offsets.Count]);
        for (var i = 0; i < glyphs.Count; i++)
        {
            if (glyphs[i] == Speck) BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(4 * i), SpeckSize);
            if (glyphs[i] < 0) continue;
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(4 * i), (ushort)font.AdvanceOf(glyphs[i]));
            BinaryPrimitives.WriteInt16BigEndian(metrics.AsSpan(4 * i + 2), (short)(font.LeftBearingOf(glyphs[i]) + shifts[i]));
        }
        for (var i = 0; i < offsets.Count; i++) BinaryPrimitives.WriteInt32BigEndian(locations.AsSpan(4 * i), offsets[i]);

        var head = font.Table("head")!;
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        head.AsSpan(8, 4).Clear();
        var horizontal = font.Table("hhea")!;
        BinaryPrimitives.WriteUInt16BigEndian(horizontal.AsSpan(34), (ushort)glyphs.Count);
        var maxima = font.Table("maxp")!;
        BinaryPrimitives.WriteUInt16BigEndian(maxima.AsSpan(4), (ushort)glyphs.Count);
        if (Enumerable.Range(0, shifts.Count).Any(IsMoved))
        {
            // glyphs of one more level, with one part (OpenType 1.9, maxp)
            var parts = maxima.AsSpan(28);
            var levels = maxima.AsSpan(30);
            BinaryPrimitives.WriteUInt16BigEndian(parts, Math.Max((ushort)1, BinaryPrimitives.ReadUInt16BigEndian(parts)));
            BinaryPrimitives.WriteUInt16BigEndian(levels, (ushort)(BinaryPrimitives.ReadUInt16BigEndian(levels) + 1));
        }

        return Assemble(
        [
            new("cvt ", font.Table("cvt ")),
            new("fpgm", font.Table("fpgm")),
            new("glyf", outlines),
            new("head", head),
            new("hhea", horizontal),
            new("hmtx", metrics),
            new("loca", locations),
            new("maxp", maxima),
            new("prep", font.Table("prep")),
        ]);
    }

    sealed record WrittenTable(string Tag, byte[]? Data);

    /// <summary>The list grows while it is read: the parts of composed glyphs are added at its end.</summary>
    (byte[] Outlines, List<int> Offsets) Outlines()
    {
        var outlines = new MemoryStream();
        var offsets = new List<int>();
        for (var i = 0; i < glyphs.Count; i++)
        {
            offsets.Add((int)outlines.Length);
            if (glyphs[i] == EmptyGlyph) continue;
            var outline = glyphs[i] == Speck ? Square()
                : IsMoved(i) ? Moved(glyphs[i], shifts[i], rises[i])
                : font.OutlineOf(glyphs[i]).ToArray();
            RenumberParts(outline);
            outlines.Write(outline);
            while (outlines.Length % 4 != 0) outlines.WriteByte(0);
        }
        offsets.Add((int)outlines.Length);
        return (outlines.ToArray(), offsets);
    }

    bool IsMoved(int glyph) => shifts[glyph] != 0 || rises[glyph] != 0;

    /// <summary>A glyph whose only part is another one.</summary>
    byte[] Moved(int glyph, int shift, int rise)
    {
        const short composed = -1, wordsOfPlace = 0x0003;
        var (left, bottom, right, top) = font.BoxOf(glyph);
        return Words(composed, left + shift, bottom + rise, right + shift, top + rise, wordsOfPlace, glyph, shift, rise);
    }

    /// <summary>One contour: its box, the flags of its four points, a byte each, and the steps from point to point.</summary>
    static byte[] Square()
    {
        const int onCurveTwice = 0x0101;
        return Words(1, 0, 0, SpeckSize, SpeckSize, 3, 0, onCurveTwice, onCurveTwice, 0, 0, SpeckSize, 0, 0, SpeckSize, 0, -SpeckSize);
    }

    static byte[] Words(params int[] values)
    {
        var words = new byte[2 * values.Length];
        for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteInt16BigEndian(words.AsSpan(2 * i), (short)values[i]);
        return words;
    }

    void RenumberParts(byte[] outline)
    {
        const int wordArguments = 1, scale = 8, moreParts = 0x20, twoScales = 0x40, matrix = 0x80;
        if (outline.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0) return;
        for (int at = 10, flags = moreParts; (flags & moreParts) != 0;)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            var part = outline.AsSpan(at + 2);
            BinaryPrimitives.WriteUInt16BigEndian(part, Add(BinaryPrimitives.ReadUInt16BigEndian(part)));
            at += ((flags & wordArguments) != 0 ? 8 : 6)
                + ((flags & scale) != 0 ? 2 : (flags & twoScales) != 0 ? 4 : (flags & matrix) != 0 ? 8 : 0);
        }
    }

    /// <param name="tables">In the order of their tags; those without data are left out.</param>
    static byte[] Assemble(WrittenTable[] tables)
    {
        var present = tables.Where(table => table.Data is not null).ToList();
        var power = BitOperations.Log2((uint)present.Count);
        var file = new MemoryStream();
        UInt32(0x00010000);
        UInt16(present.Count);
        UInt16(16 << power);
        UInt16(power);
        UInt16(16 * present.Count - (16 << power));

        var offset = 12 + 16 * present.Count;
        foreach (var (tag, table) in present)
        {
            file.Write(Encoding.ASCII.GetBytes(tag));
            UInt32(Checksum(table!));
            UInt32((uint)offset);
            UInt32((uint)table!.Length);
            offset += table.Length + 3 & ~3;
        }
        foreach (var (_, table) in present)
        {
            file.Write(table!);
            while (file.Length % 4 != 0) file.WriteByte(0);
        }
        return file.ToArray();

        void UInt16(int value) => file.Write([(byte)(value >> 8), (byte)value]);
        void UInt32(uint value) => file.Write([(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]);
    }

    static uint Checksum(byte[] table)
    {
        var sum = 0u;
        for (var i = 0; i < table.Length; i++) sum += (uint)table[i] << 8 * (3 - i % 4);
        return sum;
    }
}
