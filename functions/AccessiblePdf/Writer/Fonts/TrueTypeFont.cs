using System.Buffers.Binary;
using System.Text;

namespace AccessiblePdf.Writer.Fonts;

/// <summary>What the writer needs to know of a TrueType file. Never changes once read, so documents share it.</summary>
sealed class TrueTypeFont
{
    readonly byte[] data;
    readonly Dictionary<string, (int Offset, int Length)> tables = [];
    readonly Dictionary<int, ushort> glyphs = [];
    readonly int longMetrics;
    readonly bool longOffsets;

    TrueTypeFont(byte[] data)
    {
        this.data = data;
        for (var (entry, count) = (12, (int)UInt16(4)); count > 0; entry += 16, count--)
            tables[Encoding.ASCII.GetString(data, entry, 4)] = ((int)UInt32(entry + 8), (int)UInt32(entry + 12));

        var head = tables["head"].Offset;
        UnitsPerEm = UInt16(head + 18);
        Box = (Int16(head + 36), Int16(head + 38), Int16(head + 40), Int16(head + 42));
        longOffsets = Int16(head + 50) == 1;
        var horizontal = tables["hhea"].Offset;
        (Ascent, Descent, longMetrics) = (Int16(horizontal + 4), Int16(horizontal + 6), UInt16(horizontal + 34));
        CapHeight = Int16(tables["OS/2"].Offset + 88);
        XHeight = Int16(tables["OS/2"].Offset + 86);
        ItalicAngle = (int)UInt32(tables["post"].Offset + 4) / 65536.0;
        IsFixedPitch = UInt32(tables["post"].Offset + 12) != 0;
        Name = ReadName();
        ReadCharacters();
        Kerning = tables.TryGetValue("GPOS", out var positioning) ? KerningTable.Read(data, positioning.Offset) : KerningTable.None;
    }

    public string Name { get; }
    public int UnitsPerEm { get; }
    public (int Left, int Bottom, int Right, int Top) Box { get; }
    public int Ascent { get; }
    public int Descent { get; }
    public int CapHeight { get; }
    public int XHeight { get; }
    public double ItalicAngle { get; }
    public bool IsFixedPitch { get; }
    public KerningTable Kerning { get; }

    public static TrueTypeFont Load(string resource)
    {
        using var stream = typeof(TrueTypeFont).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font {resource} is not in the assembly.");
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return new(data);
    }

    /// <summary>The glyph that shows a code point, or 0.</summary>
    public ushort GlyphOf(int codePoint) => glyphs.GetValueOrDefault(codePoint);

    /// <summary>How far the pen moves, in font units.</summary>
    public int AdvanceOf(int glyph) => UInt16(tables["hmtx"].Offset + 4 * Math.Min(glyph, longMetrics - 1));

    public short LeftBearingOf(int glyph) => glyph < longMetrics
        ? Int16(tables["hmtx"].Offset + 4 * glyph + 2)
        : Int16(tables["hmtx"].Offset + 4 * longMetrics + 2 * (glyph - longMetrics));

    /// <summary>A glyph's description in table glyf; empty for a glyph without outlines.</summary>
    public ReadOnlySpan<byte> OutlineOf(int glyph)
    {
        var start = OutlineOffset(glyph);
        return data.AsSpan(tables["glyf"].Offset + start, OutlineOffset(glyph + 1) - start);
    }

    /// <summary>The box around a glyph's outline, in font units.</summary>
    public (int Left, int Bottom, int Right, int Top) BoxOf(int glyph)
    {
        var outline = OutlineOf(glyph);
        return outline.IsEmpty ? default : (Int16(outline, 2), Int16(outline, 4), Int16(outline, 6), Int16(outline, 8));
        static int Int16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt16BigEndian(bytes[at..]);
    }

    public byte[]? Table(string tag) =>
        tables.TryGetValue(tag, out var table) ? data[table.Offset..(table.Offset + table.Length)] : null;

    int OutlineOffset(int glyph)
    {
        var table = tables["loca"].Offset;
        return longOffsets ? (int)UInt32(table + 4 * glyph) : 2 * UInt16(table + 2 * glyph);
    }

    string ReadName()
    {
        var table = tables["name"].Offset;
        var strings = table + UInt16(table + 4);
        for (var (record, count) = (table + 6, (int)UInt16(table + 2)); count > 0; record += 12, count--)
        {
            if ((UInt16(record), UInt16(record + 6)) == (3, 6)) // Windows, PostScript name
                return Encoding.BigEndianUnicode.GetString(data, strings + UInt16(record + 10), UInt16(record + 8));
        }
        throw new InvalidOperationException("The font has no PostScript name.");
    }

    void ReadCharacters()
    {
        var table = tables["cmap"].Offset;
        for (var (record, count) = (table + 4, (int)UInt16(table + 2)); count > 0; record += 8, count--)
        {
            var subtable = table + (int)UInt32(record + 4);
            if (UInt16(subtable) == 4) ReadSegments(subtable);
            if (UInt16(subtable) == 12) ReadGroups(subtable);
        }
    }

    void ReadSegments(int subtable)
    {
        var size = UInt16(subtable + 6);
        for (var segment = subtable + 14; segment < subtable + 14 + size; segment += 2)
        {
            var (end, start, delta, range) = (UInt16(segment), UInt16(segment + 2 + size), UInt16(segment + 2 + 2 * size), UInt16(segment + 2 + 3 * size));
            for (int character = start; character <= end && character < 0xFFFF; character++)
            {
                int glyph = range == 0 ? character : UInt16(segment + 2 + 3 * size + range + 2 * (character - start));
                if (range == 0 || glyph != 0) glyph = glyph + delta & 0xFFFF;
                if (glyph != 0) glyphs[character] = (ushort)glyph;
            }
        }
    }

    void ReadGroups(int subtable)
    {
        for (var (group, count) = (subtable + 16, UInt32(subtable + 12)); count > 0; group += 12, count--)
        {
            var (start, end, glyph) = (UInt32(group), UInt32(group + 4), UInt32(group + 8));
            for (var character = start; character <= end; character++)
                glyphs[(int)character] = (ushort)(glyph + character - start);
        }
    }

    ushort UInt16(int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));
    short Int16(int at) => BinaryPrimitives.ReadInt16BigEndian(data.AsSpan(at));
    uint UInt32(int at) => BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(at));
}
