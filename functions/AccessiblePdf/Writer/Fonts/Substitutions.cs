namespace AccessiblePdf.Writer.Fonts;

/// <summary>
/// The glyphs that joined letters take: the features "isol", "init", "medi", "fina" and "rlig" of a font's GSUB table (OpenType 1.9, GSUB
/// lookup types 1, 4 and 7).
/// </summary>
sealed class Substitutions : LayoutTable
{
    /// <summary>By <see cref="JoiningForm"/>.</summary>
    readonly int[][] forms;

    readonly int[] ligatures;

    public Substitutions(byte[] data, int table) : base(data, table)
    {
        const int single = 1, ligature = 4;
        forms = [SubtablesOf("isol", single), SubtablesOf("init", single), SubtablesOf("medi", single), SubtablesOf("fina", single)];
        ligatures = SubtablesOf("rlig", ligature);
    }

    /// <summary>The glyph of a letter with this form.</summary>
    public int FormOf(int glyph, JoiningForm form)
    {
        foreach (var subtable in forms[(int)form])
        {
            var index = Coverage(subtable + UInt16(subtable + 2), glyph);
            if (index < 0) continue;
            return UInt16(subtable) == 1 ? (ushort)(glyph + Int16(subtable + 4)) : UInt16(subtable + 6 + 2 * index);
        }
        return glyph;
    }

    /// <summary>The glyph that stands for two; null if each keeps its own.</summary>
    public int? LigatureOf(int first, int second)
    {
        foreach (var subtable in ligatures)
        {
            var index = Coverage(subtable + UInt16(subtable + 2), first);
            if (index < 0) continue;
            var set = subtable + UInt16(subtable + 6 + 2 * index);
            for (var i = 0; i < UInt16(set); i++)
            {
                var ligature = set + UInt16(set + 2 + 2 * i);
                if (UInt16(ligature + 2) == 2 && UInt16(ligature + 4) == second) return UInt16(ligature);
            }
        }
        return null;
    }

    int[] SubtablesOf(string feature, int type) =>
        [.. LookupsOf(feature, extension: 7, "arab").Where(lookup => lookup.Type == type).SelectMany(lookup => lookup.Subtables)];
}
