using System.Buffers.Binary;
using System.Text;

namespace AccessiblePdf.Writer.Fonts;

/// <summary>What the writer needs to know of a TrueType file. Never changes once read, so documents share it.</summary>
sealed class TrueTypeFont
{
    readonly byte[] data;
    readonly List<FontTable> tables = [];
    readonly List<int> characterMaps = [];
    readonly int metrics, locations, outlines, longMetrics;
    readonly bool longOffsets;

    TrueTypeFont(byte[] data)
    {
        this.data = data;
        for (var (entry, count) = (12, (int)UInt16(4)); count > 0; entry += 16, count--)
            tables.Add(new(Encoding.ASCII.GetString(data, entry, 4), (int)UInt32(entry + 8), (int)UInt32(entry + 12)));

        (metrics, locations, outlines) = (Offset("hmtx"), Offset("loca"), Offset("glyf"));
        var (head, horizontal, windows, post) = (Offset("head"), Offset("hhea"), Offset("OS/2"), Offset("post"));
        UnitsPerEm = UInt16(head + 18);
        Box = (Int16(head + 36), Int16(head + 38), Int16(head + 40), Int16(head + 42));
        longOffsets = Int16(head + 50) == 1;
        (Ascent, Descent, longMetrics) = (Int16(horizontal + 4), Int16(horizontal + 6), UInt16(horizontal + 34));
        CapHeight = Int16(windows + 88);
        XHeight = Int16(windows + 86);
        ItalicAngle = (int)UInt32(post + 4) / 65536.0;
        IsFixedPitch = UInt32(post + 12) != 0;
        Glyphs = UInt16(Offset("maxp") + 4);
        Name = ReadName();
        FindCharacterMaps();
        Kerning = Find("GPOS") is { } positioning ? new(data, positioning.Offset) : null;
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
    public KerningTable? Kerning { get; }

    /// <summary>The forms of joined letters; read when first asked for.</summary>
    public Substitutions Substitutions => field ??= new(data, Offset("GSUB"));

    /// <summary>Where marks stand on letters; read when first asked for.</summary>
    public MarkPositions MarkPositions => field ??= new(data, Offset("GPOS"), GlyphOf('\u0628') != 0 ? "arab" : "hebr");

    /// <summary>How many glyphs there are.</summary>
    public int Glyphs { get; }

    public static TrueTypeFont Load(string resource)
    {
        using var stream = typeof(TrueTypeFont).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font {resource} is not in the assembly.");
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return new(data);
    }

    /// <summary>The glyph that shows a code point, or 0.</summary>
    public ushort GlyphOf(int codePoint)
    {
        foreach (var map in characterMaps)
        {
            var glyph = UInt16(map) == 4 ? GlyphOfSegment(map, codePoint) : GlyphOfGroup(map, codePoint);
            if (glyph != 0) return glyph;
        }
        return 0;
    }

    /// <summary>How far the pen moves, in font units.</summary>
    public int AdvanceOf(int glyph) => UInt16(metrics + 4 * Math.Min(glyph, longMetrics - 1));

    public short LeftBearingOf(int glyph) => glyph < longMetrics
        ? Int16(metrics + 4 * glyph + 2)
        : Int16(metrics + 4 * longMetrics + 2 * (glyph - longMetrics));

    /// <summary>A glyph's description in table glyf; empty for a glyph without outlines.</summary>
    public ReadOnlySpan<byte> OutlineOf(int glyph)
    {
        var start = OutlineOffset(glyph);
        return data.AsSpan(outlines + start, OutlineOffset(glyph + 1) - start);
    }

    /// <summary>The box around a glyph's outline, in font units.</summary>
    public (int Left, int Bottom, int Right, int Top) BoxOf(int glyph)
    {
        var outline = OutlineOf(glyph);
        return outline.IsEmpty ? default : (Int16(outline, 2), Int16(outline, 4), Int16(outline, 6), Int16(outline, 8));
        static int Int16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt16BigEndian(bytes[at..]);
    }

    public byte[]? Table(string tag) => Find(tag) is { } table ? data.AsSpan(table.Offset, table.Length).ToArray() : null;

    FontTable? Find(string tag) => tables.Find(table => table.Tag == tag);

    int Offset(string tag) => Find(tag)?.Offset ?? throw new InvalidOperationException($"The font has no table {tag}.");

    int OutlineOffset(int glyph) => longOffsets ? (int)UInt32(locations + 4 * glyph) : 2 * UInt16(locations + 2 * glyph);

    string ReadName()
    {
        var table = Offset("name");
        var strings = table + UInt16(table + 4);
        for (var (record, count) = (table + 6, (int)UInt16(table + 2)); count > 0; record += 12, count--)
        {
            if ((UInt16(record), UInt16(record + 6)) == (3, 6)) // Windows, PostScript name
                return Encoding.BigEndianUnicode.GetString(data, strings + UInt16(record + 10), UInt16(record + 8));
        }
        throw new InvalidOperationException("The font has no PostScript name.");
    }

    /// <summary>
    /// The tables that lead from characters to glyphs, the largest first: it comes last in the file (OpenType 1.9, cmap).
    /// </summary>
    void FindCharacterMaps()
    {
        var table = Offset("cmap");
        for (var (record, count) = (table + 4, (int)UInt16(table + 2)); count > 0; record += 8, count--)
        {
            var map = table + (int)UInt32(record + 4);
            if (UInt16(map) is 4 or 12 && !characterMaps.Contains(map)) characterMaps.Insert(0, map);
        }
    }

    /// <summary>Format 4: segments of characters below U+FFFF, in order.</summary>
    ushort GlyphOfSegment(int map, int character)
    {
        if (character >= 0xFFFF) return 0;
        int size = UInt16(map + 6), ends = map + 14, starts = ends + size + 2, deltas = starts + size, ranges = deltas + size;
        var (low, high) = (0, size / 2 - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (UInt16(ends + 2 * middle) < character) low = middle + 1; else high = middle;
        }
        int start = UInt16(starts + 2 * low), range = UInt16(ranges + 2 * low);
        if (character < start || character > UInt16(ends + 2 * low)) return 0;
        int glyph = range == 0 ? character : UInt16(ranges + 2 * low + range + 2 * (character - start));
        return range == 0 || glyph != 0 ? (ushort)(glyph + UInt16(deltas + 2 * low)) : (ushort)0;
    }

    /// <summary>Format 12: groups of characters, in order.</summary>
    ushort GlyphOfGroup(int map, int character)
    {
        var (low, high) = (0, (int)UInt32(map + 12) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var group = map + 16 + 12 * middle;
            if (UInt32(group) > character) high = middle - 1;
            else if (UInt32(group + 4) < character) low = middle + 1;
            else return (ushort)(UInt32(group + 8) + character - UInt32(group));
        }
        return 0;
    }

    ushort UInt16(int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));
    short Int16(int at) => BinaryPrimitives.ReadInt16BigEndian(data.AsSpan(at));
    uint UInt32(int at) => BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(at));
}
