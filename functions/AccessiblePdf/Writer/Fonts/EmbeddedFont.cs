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
    const int NoGlyph = -1, Speck = -2;

    /// <summary>By their code, which begins at 1.</summary>
    readonly List<FontCharacter> characters = [];

    /// <summary>By their text: the newest code with that text, which links to the older ones.</summary>
    readonly Dictionary<string, FontCharacter> byText = [];

    public TrueTypeFont Font { get; } = font;

    /// <summary>The name in the resources of every page.</summary>
    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"F{number}");

    /// <summary>Whether every code of two bytes is used (ISO 19005-2, 6.1.13).</summary>
    public bool IsFull => characters.Count >= ushort.MaxValue;

    /// <summary>The code that shows a glyph of the font and reads as <paramref name="text"/>.</summary>
    public ushort CodeOf(int glyph, string text) => CodeOf(glyph, 0, 0, text);

    /// <summary>The code that shows a glyph right of and above where it stands, in font units.</summary>
    public ushort CodeOf(int glyph, int shift, int rise, string text) => (Find(glyph, shift, rise, text)
        ?? Add(glyph, shift, rise, subset.AddMoved(glyph, shift, rise), Font.AdvanceOf(glyph), text)).Code;

    /// <summary>The code that shows nothing and reads as <paramref name="text"/>.</summary>
    public ushort EmptyCodeOf(string text) => (Find(NoGlyph, 0, 0, text) ?? Add(NoGlyph, 0, 0, subset.AddEmpty(), 0, text)).Code;

    /// <summary>
    /// The code that shows next to nothing and reads as <paramref name="text"/>, a letter that the glyph before it shows too.
    /// </summary>
    public ushort CodeOfShown(string text) =>
        (Find(Speck, 0, 0, text) ?? Add(Speck, 0, 0, subset.AddSpeck(), TrueTypeSubset.SpeckSize, text)).Code;

    /// <summary>The width of a code's glyph in thousandths of the font's size.</summary>
    public double WidthOf(ushort code) => InThousandths(characters[code - 1].Width);

    public double InThousandths(int units) => units * 1000.0 / Font.UnitsPerEm;

    /// <summary>
    /// A composite font with its descendant, descriptor, program and the way back to Unicode (ISO 32000-1, 9.7 and 9.10.3).
    /// </summary>
    public int Write(PdfFile file)
    {
        var program = subset.ToFile();
        var name = $"{Tag(program)}+{Font.Name}";
        var programId = file.AddStream(Invariant($"/Length1 {program.Length}"), program);
        var (left, bottom, right, top) = Font.Box;
        // symbolic: a subset knows no standard character set
        var flags = 4 + (Font.IsFixedPitch ? 1 : 0) + (Font.ItalicAngle != 0 ? 64 : 0);
        var descriptor = file.Add(Invariant(
            $"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{Scaled(left)} {Scaled(bottom)} {Scaled(right)} {Scaled(top)}]/ItalicAngle {PdfSyntax.Number(Font.ItalicAngle)}/Ascent {Scaled(Font.Ascent)}/Descent {Scaled(Font.Descent)}/CapHeight {Scaled(Font.CapHeight)}/StemV 80/FontFile2 {programId} 0 R>>"));
        var widths = string.Join(' ', characters.Select(character => Scaled(character.Width)));
        var glyphs = file.AddStream("", GlyphNumbers());
        var descendant = file.Add(Invariant(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap {glyphs} 0 R/FontDescriptor {descriptor} 0 R/DW 0/W[1[{widths}]]>>"));
        var toUnicode = file.AddStream("", Encoding.ASCII.GetBytes(ToUnicode()));
        return file.Add(Invariant(
            $"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {toUnicode} 0 R>>"));
    }

    FontCharacter? Find(int glyph, int shift, int rise, string text)
    {
        var found = byText.GetValueOrDefault(text);
        while (found is not null && (found.Glyph != glyph || found.Shift != shift || found.Rise != rise)) found = found.SameText;
        return found;
    }

    FontCharacter Add(int glyph, int shift, int rise, ushort number, int width, string text)
    {
        var added = new FontCharacter(checked((ushort)(characters.Count + 1)), glyph, shift, rise, number, width, text,
            byText.GetValueOrDefault(text));
        characters.Add(added);
        return byText[text] = added;
    }

    /// <summary>The glyph's number in the program for each code (ISO 32000-1, table 117).</summary>
    byte[] GlyphNumbers()
    {
        var numbers = new byte[2 * (characters.Count + 1)];
        foreach (var character in characters) BinaryPrimitives.WriteUInt16BigEndian(numbers.AsSpan(2 * character.Code), character.Number);
        return numbers;
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
        foreach (var group in characters.Chunk(100)) // at most 100 a section
        {
            map.Append(CultureInfo.InvariantCulture, $"{group.Length} beginbfchar\n");
            foreach (var character in group)
                map.Append(CultureInfo.InvariantCulture, $"<{character.Code:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(character.Text))}>\n");
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
