using System.Buffers.Binary;

namespace AccessiblePdf.Writer.Fonts;

/// <summary>What the tables GSUB and GPOS of a font have in common (OpenType 1.9, chapter 2).</summary>
/// <param name="data">The font's file.</param>
/// <param name="table">Where the table begins.</param>
class LayoutTable(byte[] data, int table)
{
    /// <summary>The lookups of a feature.</summary>
    /// <param name="feature">Its tag.</param>
    /// <param name="extension">The type of lookups whose subtables stand elsewhere.</param>
    /// <param name="script">The script it is used for; <see langword="null"/> if it is the same for all.</param>
    protected IEnumerable<Lookup> LookupsOf(string feature, int extension, string? script)
    {
        var (features, lookups) = (table + UInt16(table + 6), table + UInt16(table + 8));
        var system = script is null ? -1 : DefaultLanguageOf(script);
        var count = script is null ? UInt16(features) : system < 0 ? 0 : UInt16(system + 4);
        for (var i = 0; i < count; i++)
        {
            var record = features + 2 + 6 * (script is null ? i : UInt16(system + 6 + 2 * i));
            if (!IsTag(record, feature)) continue;
            var at = features + UInt16(record + 4);
            for (var index = 0; index < UInt16(at + 2); index++)
                yield return Read(lookups + UInt16(lookups + 2 + 2 * UInt16(at + 4 + 2 * index)), extension);
            yield break;
        }
    }

    /// <summary>The index of a glyph in a coverage table, or -1.</summary>
    protected int Coverage(int coverage, int glyph)
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

    protected int UInt16(int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));

    protected int Int16(int at) => BinaryPrimitives.ReadInt16BigEndian(data.AsSpan(at));

    /// <summary>Where the features of a script are listed; -1 if the font does not know it.</summary>
    int DefaultLanguageOf(string script)
    {
        var scripts = table + UInt16(table + 4);
        for (var i = 0; i < UInt16(scripts); i++)
        {
            var record = scripts + 2 + 6 * i;
            if (!IsTag(record, script)) continue;
            var at = scripts + UInt16(record + 4);
            return at + UInt16(at);
        }
        return -1;
    }

    bool IsTag(int at, string tag)
    {
        for (var i = 0; i < tag.Length; i++)
        {
            if (data[at + i] != tag[i]) return false;
        }
        return true;
    }

    Lookup Read(int lookup, int extension)
    {
        var type = UInt16(lookup);
        var subtables = new int[UInt16(lookup + 4)];
        for (var i = 0; i < subtables.Length; i++)
        {
            var subtable = subtables[i] = lookup + UInt16(lookup + 6 + 2 * i);
            if (UInt16(lookup) != extension) continue;
            type = UInt16(subtable + 2);
            subtables[i] = subtable + (int)BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(subtable + 4));
        }
        return new(type, subtables);
    }

    /// <summary>Rules that are tried one after another.</summary>
    /// <param name="Type">What they do.</param>
    /// <param name="Subtables">Where they stand.</param>
    protected sealed record Lookup(int Type, int[] Subtables);
}
