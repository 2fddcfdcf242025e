using System.Globalization;
using System.Text;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Shared.Text;

/// <summary>Text for comparisons: lower case, without accents, ß as ss.</summary>
static class FoldedText
{
    /// <summary>For example, Übergröße becomes ubergrosse.</summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in Composed.Of(text, NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) continue;
            if (letter is 'ß' or 'ẞ') folded.Append("ss");
            else folded.Append(char.ToLowerInvariant(letter));
        }

        return folded.ToString();
    }

    /// <summary>The folded words of a text; they contain only letters and digits.</summary>
    public static IReadOnlyList<string> Words(string text) =>
        new string([.. Of(text).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ',
            StringSplitOptions.RemoveEmptyEntries);
}
