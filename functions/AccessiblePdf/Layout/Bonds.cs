namespace AccessiblePdf.Layout;

/// <summary>Spaces that bind words, although the author wrote no U+00A0 ("10 km").</summary>
static class Bonds
{
    /// <summary>
    /// "§ 16", "45 %", "12. März", "z. B.", "Abs. 2"; and a dash between words stays with the word before it (UAX 14, class BA).
    /// </summary>
    public static bool HoldsTogether(string text, int space)
    {
        if (space == 0 || space == text.Length - 1) return false;
        var (before, after) = (text[space - 1], text[space + 1]);
        return before switch
        {
            '§' => true,
            '.' => IsAbbreviation(text, space),
            _ => after switch
            {
                '%' or '‰' or '€' or '°' => char.IsDigit(before),
                '–' or '—' => space + 2 == text.Length || Atoms.IsSpace(text[space + 2]),
                _ => false,
            },
        };
    }

    /// <summary>
    /// An ordinal ("2. Quartal"), up to four letters before a number ("Nr. 5"), and one letter before another one ("z. B."); other words
    /// may end a sentence.
    /// </summary>
    static bool IsAbbreviation(string text, int space)
    {
        const int longest = 4;
        var (start, stop, after) = (space - 1, space - 1, text[space + 1]);
        while (start > 0 && stop - start <= longest && char.IsLetterOrDigit(text[start - 1])) start--;
        var word = text.AsSpan(start, stop - start);
        return word.Length switch
        {
            0 or > longest => false,
            _ when char.IsLetter(word[0]) =>
                char.IsDigit(after) || word.Length == 1 && char.IsLetter(after) && space + 2 < text.Length && text[space + 2] == '.',
            _ => word.Length <= 2 && char.IsLetter(after),
        };
    }
}
