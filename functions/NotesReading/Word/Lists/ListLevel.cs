using System.Globalization;
using System.Text.RegularExpressions;
using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Package;

namespace ThaffFunctions.NotesReading.Word.Lists;

/// <summary>The definition of one level of a list.</summary>
/// <param name="Format">The number format; also "bullet" and "none".</param>
/// <param name="Text">The text of the label, with the placeholders %1 to %9 for the numbers of the levels; null if not set.</param>
/// <param name="Start">The first number.</param>
/// <param name="Restarts">Whether an item of a higher level restarts the numbers.</param>
/// <param name="OnlyDigits">Numbers of other levels are written as digits too.</param>
/// <param name="Indent">The indent of the text, in twentieths of a point.</param>
sealed partial record ListLevel(string Format, string? Text, int Start, bool Restarts, bool OnlyDigits, int? Indent)
{
    public static ListLevel Of(OpenXmlElement level)
    {
        var indent = level.Child("pPr").Child("ind");
        return new(
            level.Child("numFmt").Value() ?? level.Below("numFmt").Value() ?? "decimal", level.Child("lvlText").Value(),
            level.Child("start").Number() ?? 1,
            level.Child("lvlRestart").Number() != 0, level.Switch("isLgl") == true, indent.Number("left") ?? indent.Number("start"));
    }

    public bool IsBullet => Format == "bullet"
        || (Format != "none" && Text is { Length: > 0 } && !Text.Contains('%', StringComparison.Ordinal));

    /// <summary>The item has no visible label.</summary>
    public bool IsSilent => Format == "none" ? Text is null || !Text.Any(char.IsLetterOrDigit) : Text is not null && Text.Trim().Length == 0;

    /// <summary>
    /// The label contains words, as in "TOP 3". In the document model a label is only a number; such a label becomes text.
    /// </summary>
    public bool HasWords => Text is not null && !IsBullet && Placeholder().Replace(Text, "").Any(char.IsLetter);

    public Numbering Numbering => Format switch
    {
        "lowerLetter" => Numbering.LowerAlpha,
        "upperLetter" => Numbering.UpperAlpha,
        "lowerRoman" => Numbering.LowerRoman,
        "upperRoman" => Numbering.UpperRoman,
        _ => Numbering.Digits,
    };

    /// <summary>The label of an item.</summary>
    /// <param name="numberAt">Gives the number at a level, in the format of that level or as digits.</param>
    public string Label(Func<int, bool, string> numberAt) =>
        Placeholder().Replace(Text ?? "", found => numberAt(found.Value[1] - '1', OnlyDigits)).Trim();

    /// <param name="number">Of the item.</param>
    /// <param name="asDigits">Letters and Roman numerals are written as digits.</param>
    public string Write(int number, bool asDigits) => asDigits && Format != "decimalZero" ? Digits(number) : Format switch
    {
        "lowerLetter" => Letters(number).ToLowerInvariant(),
        "upperLetter" => Letters(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "upperRoman" => Roman(number),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        _ => Digits(number),
    };

    static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A to Z, then AA, BB and so on.</summary>
    static string Letters(int number) =>
        number is < 1 or > 780 ? Digits(number) : new((char)('A' + (number - 1) % 26), (number - 1) / 26 + 1);

    static string Roman(int number)
    {
        if (number is < 1 or > 3999) return Digits(number);

        (int Value, string Sign)[] signs = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
            (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var text = "";
        foreach (var (value, sign) in signs)
        {
            for (; number >= value; number -= value) text += sign;
        }

        return text;
    }

    [GeneratedRegex("%[1-9]")]
    private static partial Regex Placeholder();
}
