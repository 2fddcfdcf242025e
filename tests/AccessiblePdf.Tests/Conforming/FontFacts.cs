using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AccessiblePdf.Tests.Conforming;

/// <summary>What a composite TrueType font says of its codes: in its dictionaries and in its embedded program.</summary>
sealed partial class FontFacts
{
    readonly byte[] glyphs, program;
    readonly Dictionary<string, int> tables = [];
    readonly Dictionary<int, double> widths = [];
    readonly Dictionary<int, string> texts = [];

    public FontFacts(CosFile file, string resource, CosDictionary font)
    {
        (Resource, Font) = (resource, font);
        Descendant = (CosDictionary)file.Resolve(file.Array(font, "DescendantFonts")[0])!;
        Descriptor = file.Dictionary(Descendant, "FontDescriptor")!;
        program = file.Dictionary(Descriptor, "FontFile2") is { } embedded ? CosFile.Decode(embedded) : [];
        glyphs = file.Dictionary(Descendant, "CIDToGIDMap") is { } map ? CosFile.Decode(map) : [];
        for (var entry = 12; program.Length > 0 && entry < 12 + 16 * BinaryPrimitives.ReadUInt16BigEndian(program.AsSpan(4)); entry += 16)
            tables[Encoding.ASCII.GetString(program, entry, 4)] = (int)BinaryPrimitives.ReadUInt32BigEndian(program.AsSpan(entry + 8));
        var list = file.Array(Descendant, "W");
        for (var i = 0; i + 1 < list.Count; i += 2)
        {
            var first = (int)(double)list[i]!;
            foreach (var width in (List<object?>)list[i + 1]!) widths[first++] = (double)width!;
        }
        if (file.Dictionary(font, "ToUnicode") is not { } toUnicode) return;
        foreach (Match line in CharacterLine().Matches(Encoding.ASCII.GetString(CosFile.Decode(toUnicode))))
            texts[int.Parse(line.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)] =
                Encoding.BigEndianUnicode.GetString(Convert.FromHexString(line.Groups[2].Value));
    }

    public string Resource { get; }

    public CosDictionary Font { get; }

    public CosDictionary Descendant { get; }

    public CosDictionary Descriptor { get; }

    public bool IsEmbedded => program.Length > 0;

    public string? TextOf(int code) => texts.GetValueOrDefault(code);

    public int GlyphOf(int code) => 2 * code + 1 < glyphs.Length ? BinaryPrimitives.ReadUInt16BigEndian(glyphs.AsSpan(2 * code)) : 0;

    public bool HasGlyph(int code) => GlyphOf(code) is > 0 and var glyph && glyph < UInt16("maxp", 4);

    public double WidthInDictionary(int code) => widths.TryGetValue(code, out var width) ? width : Descendant.Number("DW") ?? 1000;

    public double WidthInProgram(int code) =>
        UInt16("hmtx", 4 * Math.Min(GlyphOf(code), UInt16("hhea", 34) - 1)) * 1000.0 / UInt16("head", 18);

    int UInt16(string table, int at) => BinaryPrimitives.ReadUInt16BigEndian(program.AsSpan(tables[table] + at));

    [GeneratedRegex("^<([0-9A-F]{4})><([0-9A-F]+)>$", RegexOptions.Multiline)]
    private static partial Regex CharacterLine();
}
