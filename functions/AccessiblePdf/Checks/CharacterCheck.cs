using System.Text;
using AccessiblePdf.Model;
using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Checks;

/// <summary>Finds the characters that no font can show, each once.</summary>
sealed class CharacterCheck
{
    readonly HashSet<Rune> missing = [];

    /// <summary>Whether every face has all characters of a text; most texts need no check of single characters.</summary>
    public static bool AreCommon(string text)
    {
        foreach (var character in text)
        {
            if (!IsCommon(character)) return false;
        }
        return true;
    }

    /// <summary>Whether every face has a character.</summary>
    public static bool IsCommon(char character) => character is >= ' ' and <= '~' or >= '\u00A0' and < '\u0180'
        or '„' or '“' or '”' or '‚' or '‘' or '’' or '–' or '—' or '…' or '•' or '€' or '→' or '✓' or '☐' or '\u202F' or '\u2011';

    public IEnumerable<Rune> NewlyMissing(string text) => text.EnumerateRunes().Where(character => !CleanText.IsSeparator(character)
        && (Rune.IsControl(character) || character == Rune.ReplacementChar || !Typesetter.CanShow(character))
        && missing.Add(character));
}
