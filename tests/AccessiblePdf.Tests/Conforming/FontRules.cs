using System.Globalization;

namespace AccessiblePdf.Tests.Conforming;

/// <summary>Fonts, and every glyph shown.</summary>
static class FontRules
{
    public static IReadOnlyList<Rule> All =>
    [
        new("A:6.2.11.2-1..3", facts =>
            facts.Fonts.Values.Where(font =>
                font.Font.Name("Type") != "Font" || font.Font.Name("Subtype") != "Type0" || font.Font.Name("BaseFont") is null
            || font.Descendant.Name("Subtype") != "CIDFontType2" || font.Descendant.Name("BaseFont") != font.Descriptor.Name("FontName"))
            .Select(font => font.Resource)),
        new("A:6.2.11.2-7", facts =>
            facts.File.Dictionaries.Where(dictionary => dictionary.ContainsKey("FontFile3")).Select(_ => "FontFile3")),
        new("A:6.2.11.3.1-1 UA:7.21.3.1-1",
            facts => facts.Fonts.Values.Where(font =>
                font.Font.Name("Encoding") != "Identity-H"
                    || facts.File.Dictionary(font.Descendant, "CIDSystemInfo")?.Text("Ordering") != "Identity")
                    .Select(font => font.Resource)),
        new("A:6.2.11.3.2-1 UA:7.21.3.2-1",
            facts => facts.Fonts.Values.Where(font => facts.File.Dictionary(font.Descendant, "CIDToGIDMap")?.Stream is null)
                .Select(font => font.Resource)),
        new("A:6.2.11.4.1-1 UA:7.21.4.1-1", facts => facts.Fonts.Values.Where(font => !font.IsEmbedded).Select(font => font.Resource)),
        new("A:6.2.11.4.1-2 UA:7.21.4.1-2 A:6.2.11.8-1 UA:7.21.8-1",
            facts => facts.Glyphs.Where(glyph => !glyph.Font.HasGlyph(glyph.Code)).Select(Named)),
        new("A:6.2.11.5-1 UA:7.21.5-1",
            facts => facts.Glyphs.Where(glyph =>
                Math.Abs(glyph.Font.WidthInDictionary(glyph.Code) - glyph.Font.WidthInProgram(glyph.Code)) > 1).Select(Named)),
        new("A:6.2.11.7.2-1 UA:7.21.7-1",
            facts => facts.Glyphs.Where(glyph => string.IsNullOrEmpty(glyph.Font.TextOf(glyph.Code))).Select(Named)),
        new("A:6.2.11.7.2-2 UA:7.21.7-2",
            facts => facts.Glyphs.Where(glyph => glyph.Font.TextOf(glyph.Code)?.AsSpan().ContainsAny('\0', '\uFEFF', '\uFFFE') == true)
                .Select(Named)),
        new("A:6.2.11.7.3-1", facts => facts.Glyphs.Where(glyph => IsPrivate(glyph.Font.TextOf(glyph.Code) ?? "")).Select(Named)),
    ];

    static bool IsPrivate(string text) =>
        Enumerable.Range(0, text.Length).Any(at => CharUnicodeInfo.GetUnicodeCategory(text, at) == UnicodeCategory.PrivateUse);

    static string Named((FontFacts Font,
        int Code) glyph) => $"code {glyph.Code} of {glyph.Font.Resource} ('{glyph.Font.TextOf(glyph.Code)}')";
}
