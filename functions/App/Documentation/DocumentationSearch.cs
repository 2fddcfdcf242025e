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

    /// <summary>null if nothing was typed that a text could hold.</summary>
    readonly WordSearch? words = WordSearch.WordsOf(Text) is { Length: > 0 } typed ? new(typed.Take(MaxWords)) : null;

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
    public bool Finds(string folded) => IsForEverything || words?.Finds(folded) == true;
}
