using System.Globalization;
using System.Text;

namespace ThaffFunctions.NotesReading.Word.Formulas;

/// <summary>The letters of a formula, as they are read aloud: neighbours that are a name each are no word.</summary>
static class FormulaLetters
{
    /// <summary>
    /// Functions, units and small words of two letters, and of three without a vowel. All others of that length are products.
    /// </summary>
    static readonly HashSet<string> Words =
    [
        .. ("ln lg lb sh ch th tg mm cm dm km nm kg mg ml cl dl hl ha kW MW GW Hz Pa kB MB GB TB mV kV mA kJ MJ eV dB pH kHz MHz GHz kWh MWh "
            + "ms ggT kgV sgn in an am im um zu ab wo da so ob er es or if is of to as at by on no Nr Std").Split(' '),
    ];

    /// <summary>The same text with spaces between letters that are to be said one by one.</summary>
    public static string Parted(string text)
    {
        var parted = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            while (char.IsLetter(text[at]) && end < text.Length && (char.IsLetter(text[end]) || IsMark(text[end]))) end++;
            var run = text[at..end];
            foreach (var (index, letter) in run.Index())
            {
                if (index == 0 ? IsDigitBefore(text, at) && run.Length <= 3 : !IsMark(letter) && AreNames(run)) parted.Append(' ');
                parted.Append(letter);
            }

            at = end;
        }

        return parted.ToString();
    }

    /// <summary>"4ac" is no word, "4th" is none in a formula either.</summary>
    static bool IsDigitBefore(string text, int at) => char.IsLetter(text[at]) && at > 0 && char.IsDigit(text[at - 1]);

    static bool AreNames(string run) => !Words.Contains(run) && (run.Any(letter => letter is >= '\u0370' and <= '\u03FF')
        || run.Count(char.IsLetter) == 2 || (run.Length == 3 && !run.Any("aeiouäöüAEIOUÄÖÜ".Contains))
        || (run.Length <= 4 && (run.Contains("ij", StringComparison.Ordinal) || run.Contains("jk", StringComparison.Ordinal))));

    static bool IsMark(char sign) => CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark;
}
