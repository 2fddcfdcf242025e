using System.Text;

namespace ThaffFunctions.NotesReading.Word.Text;

/// <summary>Maps the characters of symbol fonts to the Unicode characters they show.</summary>
static class WordSymbols
{
    /// <summary>What the tables have in place of a sign that Unicode has no name for, or that says nothing.</summary>
    const string Unknown = "_";

    /// <summary>Word keeps the characters of symbol fonts in the private use area, with this offset.</summary>
    const char Offset = '\uF000', First = '\uF020', Last = '\uF0FF';

    static readonly Dictionary<string, Dictionary<int, string>> Fonts = new()
    {
        ["wingdings"] = Of((0x21, "✏ ✂ ✁ 👓 🕭 🕮 🕯 ☎ ✆ ✉ ✉ 📪 📫 📬 📭 🗀 🗁 🗎 🗏 🗐 🗄 ⌛ 🖮 🖰 🖲 🖳 🖴 🖫 🖬 ✇ ✍"),
            (0x40, "🖎 ✌ 👌 👍 👎 ☜ ☞ ☝ ☟ ✋ ☺ 😐 ☹ 💣 ☠ 🏳 🏳 ✈ ☼ 💧 ❄ ✝ ✝ _ _ ✡ ☪ ☯ _ ☸ ♈ ♉"),
            (0x60, "♊ ♋ ♌ ♍ ♎ ♏ ♐ ♑ ♒ ♓ & & ● ○ ■ ☐ ☐ ❑ ❒ ◆ ◆ ◆ ❖ ◆ ☒ _ ⌘ _ _ “ ”"),
            (0x80, "(0) (1) (2) (3) (4) (5) (6) (7) (8) (9) (10) (0) (1) (2) (3) (4) (5) (6) (7) (8) (9) (10)"),
            (0x9E, "· • ▪ ○ ○ ○ ◉ ◎ ○ ▪ ☐ _ ✦ ★ ✶ ✸ ✹ ✵ _ ⌖ _ _ _ ✪ ✰ 🕐 🕑 🕒 🕓 🕔 🕕 🕖 🕗 🕘 🕙 🕚 🕛"),
            (0xD5, "⌫ ⌦ _ ➢ _ _ _ _ _ _ ← → ↑ ↓ ↖ ↗ ↙ ↘ ← ➔ ⬆ ⬇ ↖ ↗ ↙ ↘ ⇦ ⇨ ⇧ ⇩ ↔ ↕ ↖ ↗ ↙ ↘ _ _ ✗ ✓ ☒ ☑")),
        ["wingdings 2"] = Of((0x4F, "✗ ✓ ☒ ☑ ☒ ☒"), (0x97, "●"), (0xA3, "☐")),
        ["wingdings 3"] = Of((0x70, "▲ ▼"), (0x74, "◀ ▶"), (0x7D, "▶")),
        ["webdings"] = Of((0x33, "◀ ▶ ▲ ▼"), (0x59, "♥"), (0x61, "✓"), (0x63, "☐"), (0x67, "■"), (0x69, "ℹ"), (0x6E, "●"), (0x72, "✗")),
        ["symbol"] = Of((0x21, "! ∀ # ∃ % & ∋ ( ) ∗ + , − . / 0 1 2 3 4 5 6 7 8 9 : ; < = > ?"),
            (0x40, "≅ Α Β Χ Δ Ε Φ Γ Η Ι ϑ Κ Λ Μ Ν Ο Π Θ Ρ Σ Τ Υ ς Ω Ξ Ψ Ζ [ ∴ ] ⊥ _"),
            (0x60, "‾ α β χ δ ε φ γ η ι ϕ κ λ μ ν ο π θ ρ σ τ υ ϖ ω ξ ψ ζ { | } ∼"),
            (0xA0, "€ ϒ ′ ≤ ⁄ ∞ ƒ ♣ ♦ ♥ ♠ ↔ ← ↑ → ↓ ° ± ″ ≥ × ∝ ∂ • ÷ ≠ ≡ ≈ … | ― ↵ ℵ ℑ ℜ ℘ ⊗ ⊕ ∅ ∩ ∪ ⊃ ⊇ ⊄ ⊂ ⊆ ∈ ∉ ∠ ∇ ® © ™ ∏ √ ⋅ ¬ ∧ ∨"),
            (0xDB, "⇔ ⇐ ⇑ ⇒ ⇓ ◊ 〈 ® © ™ ∑"), (0xF1, "〉 ∫")),
        ["zapfdingbats"] = [],
        ["itc zapf dingbats"] = [],
        ["monotype sorts"] = [],
        ["marlett"] = [],
        ["mt extra"] = [],
    };

    /// <summary>Whether the characters of a font are no letters.</summary>
    public static bool IsSymbolic(string? font) => font is not null && Fonts.ContainsKey(font.ToLowerInvariant());

    /// <summary>Null if it is unknown.</summary>
    public static string? Find(string font, int code) => IsSymbolic(font)
        ? Fonts[font.ToLowerInvariant()].GetValueOrDefault(code & 0xFF)
        : code is > 0x20 and <= char.MaxValue and not (>= First and <= Last) && !char.IsSurrogate((char)code) ? ((char)code).ToString()
        : null;

    /// <summary>Replaces the characters of symbol fonts, and those of the private use area, whose font may be lost.</summary>
    /// <param name="text">The text.</param>
    /// <param name="font">Its font; null if it is not said.</param>
    /// <param name="unknown">Takes the characters that are left out.</param>
    /// <param name="guessed">Takes the characters of a lost font, and what is shown for them.</param>
    public static string InText(string text, string? font, Action<char> unknown, Action<char, string> guessed)
    {
        var isSymbolic = IsSymbolic(font);
        if (!isSymbolic && !text.AsSpan().ContainsAnyInRange(First, Last)) return text;

        StringBuilder shown = new();
        foreach (var letter in text)
        {
            if (letter is >= First and <= Last ? letter == First : !isSymbolic || letter <= ' ' || letter > Last - Offset)
                shown.Append(letter == First ? ' ' : letter);
            else if ((isSymbolic ? Find(font!, letter) : FindWithoutFont(letter)) is { } sign)
            {
                shown.Append(sign);
                if (!isSymbolic && sign is not ("•" or "▪")) guessed(letter, sign);
            }
            else
            {
                unknown(letter);
            }
        }

        return shown.ToString();
    }

    /// <summary>
    /// A sign of mathematics, unless Word itself takes that character of Wingdings: as a bullet, a box, or an arrow for "-->". Letters are
    /// not guessed.
    /// </summary>
    static string? FindWithoutFont(char letter) => (letter & 0xFF) switch
    {
        >= 0x6C and <= 0x78 or 0xA7 or 0xA8 or 0xD8 or >= 0xDF and <= 0xE2 => Find("wingdings", letter),
        >= 0x9E => Find("symbol", letter) ?? Find("wingdings", letter),
        _ => null,
    };

    static Dictionary<int, string> Of(params (int First, string Signs)[] rows) => rows
        .SelectMany(row => row.Signs.Split(' ').Select((sign, at) => (Code: row.First + at, Sign: sign)))
        .Where(sign => sign.Sign != Unknown || sign.Code == '_').ToDictionary(sign => sign.Code, sign => sign.Sign);
}
