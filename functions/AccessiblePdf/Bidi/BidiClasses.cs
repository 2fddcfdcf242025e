using System.Globalization;
using System.Text;

namespace AccessiblePdf.Bidi;

/// <summary>
/// The class of each character: by its general category, which the runtime knows, and the ranges in which the class does not follow from
/// it. Differs from Unicode's own table only for a few signs of scripts that no font here has.
/// </summary>
static class BidiClasses
{
    static readonly (int First, int Last, BidiClass Class)[] Ranges =
    [
        (0x00, 0x08, BidiClass.BN), (0x09, 0x09, BidiClass.S), (0x0A, 0x0A, BidiClass.B), (0x0B, 0x0B, BidiClass.S),
        (0x0C, 0x0C, BidiClass.WS), (0x0D, 0x0D, BidiClass.B), (0x1C, 0x1E, BidiClass.B), (0x1F, 0x1F, BidiClass.S),
        (0x23, 0x25, BidiClass.ET), (0x2B, 0x2B, BidiClass.ES), (0x2C, 0x2C, BidiClass.CS), (0x2D, 0x2D, BidiClass.ES),
        (0x2E, 0x2F, BidiClass.CS), (0x30, 0x39, BidiClass.EN), (0x3A, 0x3A, BidiClass.CS), (0x85, 0x85, BidiClass.B),
        (0xA0, 0xA0, BidiClass.CS), (0xA2, 0xA5, BidiClass.ET), (0xAD, 0xAD, BidiClass.BN), (0xB0, 0xB1, BidiClass.ET),
        (0xB2, 0xB3, BidiClass.EN), (0xB9, 0xB9, BidiClass.EN), (0x02B9, 0x02BA, BidiClass.ON), (0x02C2, 0x02CF, BidiClass.ON),
        (0x02EC, 0x02EC, BidiClass.ON), (0x0374, 0x0374, BidiClass.ON), (0x0482, 0x0482, BidiClass.L), (0x058F, 0x058F, BidiClass.ET),
        (0x0600, 0x0605, BidiClass.AN), (0x0606, 0x0607, BidiClass.ON), (0x0609, 0x060A, BidiClass.ET), (0x060C, 0x060C, BidiClass.CS),
        (0x060E, 0x060F, BidiClass.ON), (0x061C, 0x061C, BidiClass.AL), (0x0660, 0x0669, BidiClass.AN),
        (0x066A, 0x066A, BidiClass.ET), (0x066B, 0x066C, BidiClass.AN),
        (0x06DD, 0x06DD, BidiClass.AN), (0x06DE, 0x06DE, BidiClass.ON), (0x06E9, 0x06E9, BidiClass.ON), (0x06F0, 0x06F9, BidiClass.EN),
        (0x070F, 0x070F, BidiClass.AL), (0x07F6, 0x07F9, BidiClass.ON), (0x0890, 0x0891, BidiClass.AN), (0x08E2, 0x08E2, BidiClass.AN),
        (0x180E, 0x180E, BidiClass.BN), (0x200E, 0x200E, BidiClass.L), (0x200F, 0x200F, BidiClass.R), (0x2028, 0x2028, BidiClass.WS),
        (0x2029, 0x2029, BidiClass.B), (0x202A, 0x202A, BidiClass.LRE), (0x202B, 0x202B, BidiClass.RLE), (0x202C, 0x202C, BidiClass.PDF),
        (0x202D, 0x202D, BidiClass.LRO), (0x202E, 0x202E, BidiClass.RLO), (0x202F, 0x202F, BidiClass.CS), (0x2030, 0x2034, BidiClass.ET),
        (0x2044, 0x2044, BidiClass.CS), (0x2066, 0x2066, BidiClass.LRI), (0x2067, 0x2067, BidiClass.RLI), (0x2068, 0x2068, BidiClass.FSI),
        (0x2069, 0x2069, BidiClass.PDI), (0x2070, 0x2070, BidiClass.EN), (0x2074, 0x2079, BidiClass.EN), (0x207A, 0x207B, BidiClass.ES),
        (0x2080, 0x2089, BidiClass.EN), (0x208A, 0x208B, BidiClass.ES), (0x20A0, 0x20CF, BidiClass.ET), (0x212E, 0x212E, BidiClass.ET),
        (0x2212, 0x2212, BidiClass.ES), (0x2213, 0x2213, BidiClass.ET), (0x2336, 0x237A, BidiClass.L), (0x2395, 0x2395, BidiClass.L),
        (0x2488, 0x249B, BidiClass.EN), (0x249C, 0x24E9, BidiClass.L), (0x26AC, 0x26AC, BidiClass.L), (0x2800, 0x28FF, BidiClass.L),
        (0xFB29, 0xFB29, BidiClass.ES), (0xFD3E, 0xFD4F, BidiClass.ON), (0xFDCF, 0xFDCF, BidiClass.ON), (0xFDFD, 0xFDFF, BidiClass.ON),
        (0xFE50, 0xFE50, BidiClass.CS), (0xFE52, 0xFE52, BidiClass.CS), (0xFE55, 0xFE55, BidiClass.CS), (0xFE5F, 0xFE5F, BidiClass.ET),
        (0xFE62, 0xFE63, BidiClass.ES), (0xFE69, 0xFE6A, BidiClass.ET), (0xFEFF, 0xFEFF, BidiClass.BN), (0xFF03, 0xFF05, BidiClass.ET),
        (0xFF0B, 0xFF0B, BidiClass.ES), (0xFF0C, 0xFF0C, BidiClass.CS), (0xFF0D, 0xFF0D, BidiClass.ES), (0xFF0E, 0xFF0F, BidiClass.CS),
        (0xFF10, 0xFF19, BidiClass.EN), (0xFF1A, 0xFF1A, BidiClass.CS), (0xFFE0, 0xFFE1, BidiClass.ET), (0xFFE5, 0xFFE6, BidiClass.ET),
        (0x10D30, 0x10D39, BidiClass.AN), (0x10E60, 0x10E7E, BidiClass.AN), (0x1D7CE, 0x1D7FF, BidiClass.EN),
        (0x1F100, 0x1F10A, BidiClass.EN), (0x1F110, 0x1F169, BidiClass.L), (0x1F170, 0x1F1AC, BidiClass.L), (0x1F1E6, 0x1F202, BidiClass.L),
        (0x1FBF0, 0x1FBF9, BidiClass.EN),
    ];

    /// <summary>Characters after which the order of a text has to be found out; all others go from left to right anyway.</summary>
    public static bool MayTurn(char character) =>
        character is >= '\u0590' and <= '\u08FF' or '\u200F' or '\u202B' or '\u202E' or '\u2067' or >= '\uD802' and <= '\uD803'
            or >= '\uD83A' and <= '\uD83B' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFE';

    /// <summary>Whether a text holds something that is written from right to left.</summary>
    public static bool MayTurn(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (MayTurn(character)) return true;
        }
        return false;
    }

    public static BidiClass Of(Rune character)
    {
        var (code, low, high) = (character.Value, 0, Ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (code < Ranges[middle].First) high = middle - 1;
            else if (code > Ranges[middle].Last) low = middle + 1;
            else return Ranges[middle].Class;
        }
        return Rune.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => BidiClass.NSM,
            UnicodeCategory.Control or UnicodeCategory.Format => BidiClass.BN,
            UnicodeCategory.SpaceSeparator => BidiClass.WS,
            _ when IsArabic(code) => BidiClass.AL,
            _ when IsRightToLeft(code) => BidiClass.R,
            UnicodeCategory.CurrencySymbol => BidiClass.ET,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.PrivateUse => BidiClass.L,
            _ => BidiClass.ON,
        };
    }

    static bool IsArabic(int code) => code is >= 0x0600 and <= 0x07BF or >= 0x0860 and <= 0x08FF or >= 0xFB50 and <= 0xFDFF
        or >= 0xFE70 and <= 0xFEFF or >= 0x10D00 and <= 0x10D3F or >= 0x10EC0 and <= 0x10EFF or >= 0x10F30 and <= 0x10F6F
        or >= 0x1EC70 and <= 0x1ECBF or >= 0x1ED00 and <= 0x1ED4F or >= 0x1EE00 and <= 0x1EEFF;

    static bool IsRightToLeft(int code) => code is >= 0x0590 and <= 0x05FF or >= 0x07C0 and <= 0x085F or >= 0xFB1D and <= 0xFB4F
        or >= 0x10800 and <= 0x10FFF or >= 0x1E800 and <= 0x1EFFF;
}
