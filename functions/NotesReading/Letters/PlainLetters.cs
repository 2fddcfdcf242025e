using System.Text;
using System.Text.RegularExpressions;

namespace ThaffFunctions.NotesReading.Letters;

/// <summary>
/// Replaces letters that were chosen for their look by the ordinary ones: ligatures as PDFs hold them, and words in mathematical or
/// circled letters as social networks offer them for bold. Screen readers leave them out or spell their names.
/// </summary>
static partial class PlainLetters
{
    /// <param name="text">The text of one run, no program text and no formula.</param>
    /// <returns>The same string if there is nothing to replace.</returns>
    public static string Of(string text)
    {
        if (Ascii.IsValid(text)) return text;

        text = CircledWord().Replace(Ligature().Replace(Invisible().Replace(text, ""), Ordinary), Ordinary);
        return MathematicalWord().IsMatch(text) ? Mathematical().Replace(text, Ordinary) : text;
    }

    static string Ordinary(Match match) => match.Value.Normalize(NormalizationForm.FormKC);

    /// <summary>From ff to st, within a word; alone it is what the text is about.</summary>
    [GeneratedRegex(@"(?<=\p{L})[\uFB00-\uFB06]|[\uFB00-\uFB06](?=\p{L})")]
    private static partial Regex Ligature();

    /// <summary>Within a Latin word; elsewhere they say where a line may end.</summary>
    [GeneratedRegex(@"(?<=[\p{IsBasicLatin}À-ɏ-[\W\d]])[\u200B\u2060\uFEFF]+(?=[\p{IsBasicLatin}À-ɏ-[\W\d]])")]
    private static partial Regex Invisible();

    /// <summary>U+1D400 to U+1D7FF, letters and digits.</summary>
    [GeneratedRegex("\uD835[\uDC00-\uDFFF]")]
    private static partial Regex Mathematical();

    /// <summary>One or two letters may be quantities of a formula. Where there is a word, those around it belong to it.</summary>
    [GeneratedRegex("(\uD835[\uDC00-\uDFCB]){3}")]
    private static partial Regex MathematicalWord();

    /// <summary>A single circled letter is a label.</summary>
    [GeneratedRegex("[\u24B6-\u24E9]{3,}")]
    private static partial Regex CircledWord();
}
