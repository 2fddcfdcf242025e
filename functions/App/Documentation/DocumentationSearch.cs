using System.Globalization;
using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Shared.Text;

namespace ThaffFunctions.Documentation;

/// <summary>
/// A visitor's search: every word must occur in title, focus or text, also as part of a longer word. It may be limited to one year.
/// </summary>
/// <param name="Text">As typed, cut to the maximum length; empty matches everything.</param>
/// <param name="Year">The year of the session; null matches every year.</param>
public sealed record DocumentationSearch(string Text, int? Year)
{
    const int MaxLetters = 100, MaxWords = 8;

    static readonly (string Umlaut, string Letters, string Base)[] Umlauts = [("ä", "ae", "a"), ("ö", "oe", "o"), ("ü", "ue", "u")];

    readonly IReadOnlyList<IReadOnlyList<string>> words =
        [.. WordsOf(Text).Take(MaxWords).Select(word => (IReadOnlyList<string>)[.. SpellingsOf(word).Distinct()])];

    /// <summary>An invalid year is ignored.</summary>
    public static DocumentationSearch Read(string? text, string? year)
    {
        var typed = (text ?? "").Trim();
        var isYear = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 2000 and < 2100;
        return new(typed[..Cut.Length(typed, 0, MaxLetters)], isYear ? number : null);
    }

    public bool IsForEverything => Text.Length == 0;

    public bool Finds(PublishedDocumentation documentation) =>
        (Year is null || Year == documentation.Id.Year) && Finds(documentation.Edition.Words);

    /// <param name="folded">The words of a documentation, as <see cref="SearchWords"/> stores them.</param>
    public bool Finds(string folded) =>
        IsForEverything || (words.Count > 0 && words.All(spellings => spellings.Any(folded.Contains)));

    static string[] WordsOf(string text)
    {
        var letters = Composed.Of(text).ToLower(CultureInfo.InvariantCulture).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ');
        return string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>An umlaut can be written ä, ae or a, both in the search and in the text: returns every spelling to look for.</summary>
    static IEnumerable<string> SpellingsOf(string word)
    {
        yield return FoldedText.Of(word);
        yield return FoldedText.Of(
            Umlauts.Aggregate(word, (spelled, umlaut) => spelled.Replace(umlaut.Umlaut, umlaut.Letters, StringComparison.Ordinal)));
        yield return Umlauts.Aggregate(
            FoldedText.Of(word), (spelled, umlaut) => spelled.Replace(umlaut.Letters, umlaut.Base, StringComparison.Ordinal));
    }
}
