namespace ThaffFunctions.NotesReading.Word.Text;

/// <summary>Maps the characters of symbol fonts to the Unicode characters they show.</summary>
static class WordSymbols
{
    const string Greek = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";

    static readonly Dictionary<int, string> Wingdings = Of(
    [
        (0x4A, "☺"), (0x4B, "😐"), (0x4C, "☹"), (0x28, "☎"), (0x2A, "✉"), (0x46, "☞"), (0x6C, "●"), (0x6E, "■"), (0x6F, "☐"), (0x71, "❑"),
        (0x72, "❒"),
        (0x75, "◆"), (0x76, "❖"), (0x9F, "•"), (0xA7, "▪"), (0xA8, "☐"), (0xAB, "★"), (0xD8, "➢"), (0xDF, "←"), (0xE0, "→"), (0xE1, "↑"),
        (0xE2, "↓"),
        (0xE8, "➔"), (0xEF, "⇦"), (0xF0, "⇨"), (0xFB, "✗"), (0xFC, "✓"), (0xFD, "☒"), (0xFE, "☑"),
    ]);

    static readonly Dictionary<int, string> Symbol = Of(
    [
        (0xA3, "≤"), (0xA5, "∞"), (0xAB, "↔"), (0xAC, "←"), (0xAD, "↑"), (0xAE, "→"), (0xAF, "↓"), (0xB0, "°"), (0xB1, "±"), (0xB3, "≥"),
        (0xB4, "×"),
        (0xB7, "•"), (0xB8, "÷"), (0xB9, "≠"), (0xBA, "≡"), (0xBB, "≈"), (0xBC, "…"), (0xD2, "®"), (0xD3, "©"), (0xD4, "™"), (0xDE, "⇒"),
        (0xDB, "⇔"), (0xD6, "√"), (0xE5, "∑"),
    ]);

    /// <summary>Replaces symbols in text, which Word stores in the private use area. Unknown ones stay.</summary>
    public static string InText(string text, string? font) =>
        !text.AsSpan().ContainsAnyInRange('\uF020', '\uF0FF') ? text : string.Concat(text.Select(letter =>
        letter is < '\uF020' or > '\uF0FF' ? letter.ToString()
            : Find(font ?? "", letter) ?? Find("symbol", letter) ?? Find("wingdings", letter) ?? letter.ToString()));

    /// <summary>Null if it is unknown.</summary>
    public static string? Find(string font, int code)
    {
        code &= 0xFF; // with or without the offset of the private use area (U+F000)
        return font.ToLowerInvariant() switch
        {
            "wingdings" => Wingdings.GetValueOrDefault(code),
            "wingdings 2" => code switch { 0x50 => "✓", 0x4F => "✗", 0x52 => "☑", 0x54 => "☒", 0xA3 => "☐", 0x97 => "●", _ => null },
            "symbol" => Symbol.GetValueOrDefault(code) ?? Letter(code),
            _ => null,
        };
    }

    static Dictionary<int, string> Of((int Code, string Sign)[] signs) => signs.ToDictionary(sign => sign.Code, sign => sign.Sign);

    static string? Letter(int code) => code switch
    {
        >= 'A' and <= 'Z' => Greek[code - 'A'].ToString(),
        >= 'a' and <= 'z' => "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"[code - 'a'].ToString(),
        > 0x20 and < 0x40 => ((char)code).ToString(),
        _ => null,
    };
}
