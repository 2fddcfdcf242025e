using System.Globalization;
using AccessiblePdf.Model;

namespace AccessiblePdf.Layout;

/// <summary>Numbers in the ways lists write them.</summary>
static class Ordinals
{
    static readonly (int Value, string Letters)[] Roman =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
            (4, "iv"), (1, "i")];

    /// <summary>Letters and Roman numerals know no zero and nothing below; such numbers are written in digits.</summary>
    public static string Write(int number, Numbering numbering) => numbering switch
    {
        Numbering.LowerAlpha when number > 0 => Letters(number),
        Numbering.UpperAlpha when number > 0 => Letters(number).ToUpperInvariant(),
        Numbering.LowerRoman when number is > 0 and < 4000 => RomanNumeral(number),
        Numbering.UpperRoman when number is > 0 and < 4000 => RomanNumeral(number).ToUpperInvariant(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    static string Letters(int number) => number == 0 ? "" : Letters((number - 1) / 26) + (char)('a' + (number - 1) % 26);

    static string RomanNumeral(int number) => string.Concat(Roman.SelectMany(digit =>
    {
        var count = number / digit.Value;
        number %= digit.Value;
        return Enumerable.Repeat(digit.Letters, count);
    }));
}
