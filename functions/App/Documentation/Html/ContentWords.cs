using AccessiblePdf.Model;

namespace ThaffFunctions.Documentation.Html;

/// <summary>The words that a page adds to content for those who hear it, in the language of the content: its voice reads them.</summary>
/// <param name="Shared">Those that the PDF has too.</param>
/// <param name="Table">Names a table that scrolls.</param>
/// <param name="Footnotes">Names the section of footnotes.</param>
sealed record ContentWords(Wording Shared, string Table, string Footnotes)
{
    /// <summary>The language of the words as a BCP 47 tag, where it differs from the content's.</summary>
    public string? Language { get; private init; }

    public static ContentWords Of(string language)
    {
        var shared = Wording.For(language);
        var (table, footnotes) = shared.Language switch
        {
            "cs" => ("Tabulka", "Poznámky"),
            "de" => ("Tabelle", "Fußnoten"),
            "es" => ("Tabla", "Notas"),
            "fr" => ("Tableau", "Notes"),
            "it" => ("Tabella", "Note"),
            "pl" => ("Tabela", "Przypisy"),
            "ru" => ("Таблица", "Сноски"),
            "tr" => ("Tablo", "Dipnotlar"),
            "uk" => ("Таблиця", "Виноски"),
            _ => ("Table", "Footnotes"),
        };
        return new(shared, table, footnotes) { Language = shared.LanguageIn(language) };
    }
}
