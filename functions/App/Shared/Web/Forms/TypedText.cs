using System.Globalization;
using System.Text;

namespace ThaffFunctions.Shared.Web.Forms;

/// <summary>Detects typed text that is empty to the eye, damaged or deceptive.</summary>
static class TypedText
{
    /// <summary>Whether the text has no visible character: only spaces, invisible marks and letters that look blank.</summary>
    public static bool IsBlank(string text) => !text.EnumerateRunes().Any(IsVisible);

    /// <summary>
    /// Whether the text contains characters that could not be decoded (for example from a page that is not in UTF-8) or noncharacters
    /// (Unicode 23.7).
    /// </summary>
    public static bool IsGarbled(string text) =>
        text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar || IsNoncharacter(rune.Value));

    /// <summary>Whether the character is a control character or ends a line.</summary>
    public static bool EndsLine(char c) =>
        char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Whether the character changes the text direction (UAX #9), so that the text looks different from what it is.</summary>
    public static bool TurnsDirection(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    static bool IsNoncharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;

    static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        && rune.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0); // fillers and the blank Braille pattern
}
