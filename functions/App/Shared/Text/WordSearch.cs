using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Shared.Text;

/// <summary>
/// A search as typed: every word must occur, also as part of a longer word. Capitals and accents do not matter, and an umlaut can be
/// written ä or ae on either side, or a in the search.
/// </summary>
/// <param name="words">Without words it finds everything.</param>
sealed class WordSearch(IEnumerable<string> words)
{
    static readonly (string Umlaut, string Letters, string Base)[] Umlauts = [("ä", "ae", "a"), ("ö", "oe", "o"), ("ü", "ue", "u")];

    readonly string[][] words = [.. words.Select(word => SpellingsOf(word).Distinct().ToArray())];

    /// <param name="folded">See <see cref="FoldedText"/>.</param>
    public bool Finds(string folded) => words.All(spellings => spellings.Any(folded.Contains));

    /// <summary>The words of what was typed, as they are typed; all but letters and digits separates them.</summary>
    public static string[] WordsOf(string typed) =>
        new string([.. Composed.Of(typed).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    static IEnumerable<string> SpellingsOf(string word)
    {
        var folded = FoldedText.Of(word);
        yield return folded;
        yield return FoldedText.Of(Umlauts.Aggregate(word, (spelled, umlaut) =>
            spelled.Replace(umlaut.Umlaut, umlaut.Letters, StringComparison.OrdinalIgnoreCase)));
        yield return Umlauts.Aggregate(folded, (spelled, umlaut) =>
            spelled.Replace(umlaut.Letters, umlaut.Base, StringComparison.Ordinal));
    }
}
