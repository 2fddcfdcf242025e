using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AccessiblePdf.Writer.Fonts;

/// <summary>
/// One face as one document uses it. A character code stands for a glyph together with the text it shows, so that characters
/// that look alike (space and no-break space, '-' and U+2011) are still read back as what they are (ISO 14289-1, 7.21.7).
/// </summary>
sealed class EmbeddedFont(TrueTypeFont font, int number)
{
    readonly TrueTypeSubset subset = new(font);
    readonly List<(ushort Glyph, int Width, string Text)> characters = [default];
    readonly Dictionary<(int Glyph, string Text), ushort> codes = [];

    public TrueTypeFont Font { get; } = font;

    /// <summary>The name in the resources of every page.</summary>
    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"F{number}");

    /// <summary>Whether every code of two bytes is used (ISO 19005-2, 6.1.13).</summary>
    public bool IsFull => characters.Count > ushort.MaxValue;

    /// <summary>The code that shows a glyph of the font and reads as <paramref name="text"/>.</summary>
    public ushort CodeOf(int glyph, string text)
    {
        if (codes.TryGetValue((glyph, text), out var code)) return code;
        return codes[(glyph, text)] = AddCharacter(subset.Add(glyph), Font.AdvanceOf(glyph), text);
    }

    /// <summary>The code that shows nothing and reads as <paramref name="text"/>.</summary>
    public ushort EmptyCodeOf(string text)
    {
        if (codes.TryGetValue((-1, text), out var code)) return code;
        return codes[(-1, text)] = AddCharacter(subset.AddEmpty(), 0, text);
    }

    /// <summary>The width of a code's glyph in thousandths of the font's size.</summary>
    public double WidthOf(ushort code) => InThousandths(characters[code].Width);

    public double InThousandths(int units) => units * 1000.0 / Font.UnitsPerEm;

    /// <summary>A composite font with its descendant, descriptor, program and the way back to Unicode (ISO 32000-1, 9.7 and 9.10.3).</summary>
    public int Write(PdfFile file)
    {
        var program = subset.ToFile();
        var name = $"{Tag(program)}+{Font.Name}";
        var programId = file.AddStream(Invariant($"/Length1 {program.Length}"), program);
        var (left, bottom, right, top) = Font.Box;
        var flags = 4 + (Font.IsFixedPitch ? 1 : 0) + (Font.ItalicAngle != 0 ? 64 : 0); // symbolic: a subset knows no standard character set
        var descriptor = file.Add(Invariant(
            $"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{Scaled(left)} {Scaled(bottom)} {Scaled(right)} {Scaled(top)}]/ItalicAngle {PdfSyntax.Number(Font.ItalicAngle)}/Ascent {Scaled(Font.Ascent)}/Descent {Scaled(Font.Descent)}/CapHeight {Scaled(Font.CapHeight)}/StemV 80/FontFile2 {programId} 0 R>>"));
        var widths = string.Join(' ', characters.Skip(1).Select(character => Scaled(character.Width)));
        var glyphs = file.AddStream("", [.. characters.SelectMany(character => new[] { (byte)(character.Glyph >> 8), (byte)character.Glyph })]);
        var descendant = file.Add(Invariant(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap {glyphs} 0 R/FontDescriptor {descriptor} 0 R/DW 0/W[1[{widths}]]>>"));
        var toUnicode = file.AddStream("", Encoding.ASCII.GetBytes(ToUnicode()));
        return file.Add(Invariant(
            $"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {toUnicode} 0 R>>"));
    }

    ushort AddCharacter(ushort glyph, int width, string text)
    {
        characters.Add((glyph, width, text));
        return checked((ushort)(characters.Count - 1));
    }

    string Scaled(int units) => PdfSyntax.Number(InThousandths(units));

    string ToUnicode()
    {
        var map = new StringBuilder("""
            /CIDInit/ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
            /CMapName/Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000><FFFF>
            endcodespacerange

            """);
        foreach (var group in characters.Select((character, code) => (character.Text, Code: code)).Skip(1).Chunk(100)) // at most 100 a section
        {
            map.Append(CultureInfo.InvariantCulture, $"{group.Length} beginbfchar\n");
            foreach (var (text, code) in group)
                map.Append(CultureInfo.InvariantCulture, $"<{code:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n").ToString();
    }

    /// <summary>Six letters that tell subsets of one font apart (9.6.4).</summary>
    static string Tag(byte[] program)
    {
        var sum = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(program));
        return string.Create(6, sum, static (letters, rest) =>
        {
            for (var i = 0; i < letters.Length; i++, rest /= 26) letters[i] = (char)('A' + rest % 26);
        });
    }

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
