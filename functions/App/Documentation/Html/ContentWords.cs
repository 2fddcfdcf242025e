using AccessiblePdf.Model;
using ThaffFunctions.NotesReading.Languages;

namespace ThaffFunctions.Documentation.Html;

/// <summary>The words that a page adds to content for those who hear it, in the language of the content: its voice reads them.</summary>
/// <param name="Shared">Those that the PDF has too.</param>
/// <param name="Table">Names a table that scrolls.</param>
/// <param name="Footnotes">Names the section of footnotes.</param>
sealed record ContentWords(Wording Shared, string Table, string Footnotes)
{
    /// <summary>The language of the words as a BCP 47 tag, where it differs from the content's.</summary>
    public string? Language { get; private init; }

    static readonly ContentWords InGerman = new(Wording.German, "Tabelle", "Fußnoten");

    static readonly ContentWords InEnglish = new(Wording.English, "Table", "Footnotes");

    public static ContentWords Of(string language)
    {
        var words = LanguageTag.AreSame(language, LanguageTag.German) ? InGerman : InEnglish;
        return words with { Language = words.Shared.LanguageIn(language) };
    }
}
