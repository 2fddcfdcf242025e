using System.Globalization;
using ThaffFunctions.NotesReading.Languages;

namespace ThaffFunctions.NotesReading.Word.Charts;

/// <summary>What a chart without names is told with in a language, and how that language writes numbers and dates.</summary>
/// <param name="Culture">Of numbers and the names of months.</param>
/// <param name="Date">The format of a whole date.</param>
sealed record ChartVocabulary(CultureInfo Culture, string Date)
{
    /// <summary>The title until a caption gives a better one.</summary>
    public required string Untitled { get; init; }

    public required string Category { get; init; }

    /// <summary>The name of the only series.</summary>
    public required string Value { get; init; }

    /// <summary>Before the number of a series without a name.</summary>
    public required string Series { get; init; }

    /// <summary>Of a bubble.</summary>
    public required string Size { get; init; }

    public required string Across { get; init; }

    public required string Up { get; init; }

    /// <summary>Those of a document's language; English ones where there are none, as in everything that is added to documents.</summary>
    public static ChartVocabulary Find(string language) => LanguageTag.AreSame(language, LanguageTag.German) ? InGerman : English with
    {
        Culture = CultureOf(language),
    };

    public static bool IsUntitled(string title) => title == InGerman.Untitled || title == English.Untitled;

    static ChartVocabulary InGerman { get; } = new(CultureInfo.GetCultureInfo(LanguageTag.German), "d.M.yyyy")
    {
        Untitled = "Diagramm",
        Category = "Kategorie",
        Value = "Wert",
        Series = "Reihe",
        Size = "Größe",
        Across = "Waagerecht",
        Up = "Senkrecht",
    };

    /// <summary>With the month in letters: 5/1 is another day in London than in New York.</summary>
    static ChartVocabulary English { get; } = new(CultureInfo.InvariantCulture, "d MMM yyyy")
    {
        Untitled = "Chart",
        Category = "Category",
        Value = "Value",
        Series = "Series",
        Size = "Size",
        Across = "Horizontal",
        Up = "Vertical",
    };

    /// <summary>That of no language if the system does not know it.</summary>
    static CultureInfo CultureOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}
