namespace AccessiblePdf.Writer.Fonts;

/// <summary>
/// How much closer or wider two glyphs stand: the pair adjustments of the feature "kern" in a font's GPOS table (OpenType 1.9, GPOS lookup
/// types 2 and 9).
/// </summary>
sealed class KerningTable : LayoutTable
{
    readonly List<int[]> lookups = [];

    public KerningTable(byte[] data, int table) : base(data, table)
    {
        foreach (var lookup in LookupsOf("kern", extension: 9, script: null))
        {
            // the value's first field is the advance
            if (lookup.Type == 2) lookups.Add(Array.FindAll(lookup.Subtables, subtable => (UInt16(subtable + 4) & 7) == 4));
        }
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
}
