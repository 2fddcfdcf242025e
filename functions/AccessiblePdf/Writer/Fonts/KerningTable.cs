using System.Buffers.Binary;

namespace AccessiblePdf.Writer.Fonts;

/// <summary>
/// How much closer or wider two glyphs stand: the pair adjustments of the feature "kern" in a font's GPOS table (OpenType 1.9, GPOS lookup
/// types 2 and 9).
/// </summary>
sealed class KerningTable
{
    readonly byte[] data;
    readonly List<int[]> lookups = [];

    KerningTable(byte[] data) => this.data = data;

    public static KerningTable None { get; } = new([]);

    public static KerningTable Read(byte[] data, int table)
    {
        var kerning = new KerningTable(data);
        var (features, lookupList) = (table + kerning.UInt16(table + 6), table + kerning.UInt16(table + 8));
        for (var (record, count) = (features + 2, kerning.UInt16(features)); count > 0; record += 6, count--)
        {
            if (!data.AsSpan(record, 4).SequenceEqual("kern"u8)) continue;
            var feature = features + kerning.UInt16(record + 4);
            for (var i = 0; i < kerning.UInt16(feature + 2); i++)
                kerning.ReadLookup(lookupList + kerning.UInt16(lookupList + 2 + 2 * kerning.UInt16(feature + 4 + 2 * i)));
            break; // the features of the other scripts name the same lookups
        }
        return kerning;
    }

    /// <summary>What to add to the first glyph's advance, in font units.</summary>
    public int Between(int first, int second)
    {
        foreach (var lookup in lookups)
        {
            foreach (var subtable in lookup)
            {
                if (Adjustment(subtable, first, second) is { } adjustment) return adjustment;
            }
        }
        return 0;
    }

    void ReadLookup(int lookup)
    {
        var subtables = new List<int>();
        for (var i = 0; i < UInt16(lookup + 4); i++)
        {
            var subtable = lookup + UInt16(lookup + 6 + 2 * i);
            var type = UInt16(lookup);
            if (type == 9) (type, subtable) = (UInt16(subtable + 2),
                subtable + (int)BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(subtable + 4)));
            if (type == 2 && (UInt16(subtable + 4) & 7) == 4) subtables.Add(subtable); // the value's first field is the advance
        }
        lookups.Add([.. subtables]);
    }

    int? Adjustment(int subtable, int first, int second)
    {
        var index = Coverage(subtable + UInt16(subtable + 2), first);
        if (index < 0) return null;
        var valueSize = 2 * (int.PopCount(UInt16(subtable + 4)) + int.PopCount(UInt16(subtable + 6)));
        if (UInt16(subtable) == 1) return FromPairs(subtable + UInt16(subtable + 10 + 2 * index), second, valueSize);

        var rowClass = Class(subtable + UInt16(subtable + 8), first);
        var columnClass = Class(subtable + UInt16(subtable + 10), second);
        return Int16(subtable + 16 + (rowClass * UInt16(subtable + 14) + columnClass) * valueSize);
    }

    int? FromPairs(int pairs, int second, int valueSize)
    {
        var size = 2 + valueSize;
        var (low, high) = (0, UInt16(pairs) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var record = pairs + 2 + middle * size;
            if (UInt16(record) == second) return Int16(record + 2);
            if (UInt16(record) < second) low = middle + 1; else high = middle - 1;
        }
        return null;
    }

    int Coverage(int coverage, int glyph)
    {
        var isList = UInt16(coverage) == 1;
        var size = isList ? 2 : 6;
        var (low, high) = (0, UInt16(coverage + 2) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var record = coverage + 4 + middle * size;
            var (start, end) = (UInt16(record), UInt16(isList ? record : record + 2));
            if (glyph < start) high = middle - 1;
            else if (glyph > end) low = middle + 1;
            else return isList ? middle : UInt16(record + 4) + glyph - start;
        }
        return -1;
    }

    int Class(int classes, int glyph)
    {
        if (UInt16(classes) == 1)
        {
            var index = glyph - UInt16(classes + 2);
            return index >= 0 && index < UInt16(classes + 4) ? UInt16(classes + 6 + 2 * index) : 0;
        }
        var (low, high) = (0, UInt16(classes + 2) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var record = classes + 4 + 6 * middle;
            if (glyph < UInt16(record)) high = middle - 1;
            else if (glyph > UInt16(record + 2)) low = middle + 1;
            else return UInt16(record + 4);
        }
        return 0;
    }

    int UInt16(int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));
    int Int16(int at) => BinaryPrimitives.ReadInt16BigEndian(data.AsSpan(at));
}
