using System.Globalization;
using System.Text;

namespace ThaffFunctions.Shared.Web;

/// <summary>What in a typed text could deceive, or did not arrive.</summary>
static class TypedText
{
    /// <summary>Nobody would see anything: spaces, invisible marks and letters that look like nothing.</summary>
    public static bool IsBlank(string text) => !text.EnumerateRunes().Any(IsVisible);

    /// <summary>
    /// A character that could not be decoded, as from a page in another encoding than UTF-8, or one that is none (Unicode 23.7).
    /// </summary>
    public static bool IsGarbled(string text) =>
        text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar || IsNoncharacter(rune.Value));

    /// <summary>Line ends of every kind, and control characters.</summary>
    public static bool EndsLine(char c) =>
        char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>A mark that turns the direction of what follows (UAX #9), so that it reads otherwise than it is.</summary>
    public static bool TurnsDirection(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    static bool IsNoncharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;

    static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        && rune.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0); // fillers and the blank of Braille
}
