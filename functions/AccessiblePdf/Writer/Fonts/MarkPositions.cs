namespace AccessiblePdf.Writer.Fonts;

/// <summary>
/// Where marks stand on their letters: the features "mark" and "mkmk" of a font's GPOS table (OpenType 1.9, GPOS lookup types 4, 5, 6 and
/// 9).
/// </summary>
sealed class MarkPositions : LayoutTable
{
    const int ToBase = 4, ToLigature = 5, ToMark = 6;

    readonly List<Lookup> onLetters, onMarks;

    public MarkPositions(byte[] data, int table, string script) : base(data, table)
    {
        onLetters = [.. LookupsOf("mark", extension: 9, script)];
        onMarks = [.. LookupsOf("mkmk", extension: 9, script)];
    }

    /// <summary>From the letter's origin to the mark's, in font units.</summary>
    /// <param name="letter">The letter, or the letters of a ligature.</param>
    /// <param name="mark">The mark.</param>
    /// <param name="part">Which letter of a ligature it belongs to.</param>
    public (int X, int Y)? OnLetter(int letter, int mark, int part) => Find(onLetters, letter, mark, part);

    /// <summary>From the lower mark's origin to that of the mark, in font units.</summary>
    public (int X, int Y)? OnMark(int lower, int mark) => Find(onMarks, lower, mark, 0);

    (int X, int Y)? Find(List<Lookup> lookups, int under, int mark, int part)
    {
        foreach (var lookup in lookups)
        {
            foreach (var subtable in lookup.Type is ToBase or ToLigature or ToMark ? lookup.Subtables : [])
            {
                var markIndex = Coverage(subtable + UInt16(subtable + 2), mark);
                var index = markIndex < 0 ? -1 : Coverage(subtable + UInt16(subtable + 4), under);
                if (index < 0) continue;
                var classes = UInt16(subtable + 6);
                var (marks, anchors) = (subtable + UInt16(subtable + 8), subtable + UInt16(subtable + 10));
                var record = marks + 2 + 4 * markIndex;
                var row = anchors + 2 + 2 * classes * index;
                if (lookup.Type == ToLigature)
                {
                    anchors += UInt16(anchors + 2 + 2 * index);
                    row = anchors + 2 + 2 * classes * Math.Min(part, UInt16(anchors) - 1);
                }
                var anchor = UInt16(row + 2 * UInt16(record));
                if (anchor == 0) continue;
                var (on, from) = (anchors + anchor, marks + UInt16(record + 2));
                return (Int16(on + 2) - Int16(from + 2), Int16(on + 4) - Int16(from + 4));
            }
        }
        return null;
    }
}
