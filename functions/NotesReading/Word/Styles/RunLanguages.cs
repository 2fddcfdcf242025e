using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Languages;
using ThaffFunctions.NotesReading.Word.Package;

namespace ThaffFunctions.NotesReading.Word.Styles;

/// <summary>
/// The languages of text as Word keeps them, one for each of three groups of scripts (ISO/IEC 29500-1, 17.3.2.20); null where it is not
/// set.
/// </summary>
/// <param name="Other">For every script that is in neither of the other groups, such as Latin, Greek or Cyrillic.</param>
/// <param name="EastAsian">For Chinese, Japanese and Korean characters.</param>
/// <param name="RightToLeft">For runs that are marked as right to left.</param>
/// <param name="IsRightToLeft">Whether the run is marked so.</param>
sealed record RunLanguages(string? Other, string? EastAsian, string? RightToLeft, bool? IsRightToLeft)
{
    public static readonly RunLanguages None = new(null, null, null, null);

    public static RunLanguages Of(OpenXmlElement? properties) => properties is null ? None : Read(properties.Child("lang")) with
    {
        IsRightToLeft = properties.Switch("rtl"),
    };

    /// <param name="element">A <c>lang</c> or <c>themeFontLang</c> element.</param>
    public static RunLanguages Read(OpenXmlElement? element) => new(
        LanguageTag.Parse(element.Value()), LanguageTag.Parse(element.Value("eastAsia")), LanguageTag.Parse(element.Value("bidi")), null);

    /// <summary>Takes what is not set here from the basis.</summary>
    public RunLanguages Over(RunLanguages basis) => new(
        Other ?? basis.Other, EastAsian ?? basis.EastAsian, RightToLeft ?? basis.RightToLeft, IsRightToLeft ?? basis.IsRightToLeft);

    /// <summary>
    /// The one that holds for a text; null if none is set. Its letters decide: Word's mark for right to left is missing at Arabic letters,
    /// and stands at Latin ones, wherever text was pasted.
    /// </summary>
    public string? Of(string text)
    {
        var letters = text.Count(char.IsLetter);
        if (text.Count(IsOfRightToLeft) * 2 > letters || letters == 0 && IsRightToLeft == true) return RightToLeft;
        return text.Any(IsEastAsian) ? EastAsian : Other;
    }

    /// <summary>Hebrew and Arabic with their kin (Unicode blocks from Hebrew to Arabic Extended-A).</summary>
    static bool IsOfRightToLeft(char letter) => char.IsLetter(letter) && letter is >= '\u0590' and <= '\u08FF';

    /// <summary>Kana, ideographs and Hangul (Unicode blocks from Hiragana on).</summary>
    static bool IsEastAsian(char letter) => letter is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF';
}
