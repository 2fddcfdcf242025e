using AccessiblePdf.Model;

namespace ThaffFunctions.Documentation.GoodPractice;

/// <summary>A section of a Good Practice report.</summary>
/// <param name="Kind">What its heading says it is about.</param>
/// <param name="Head">Its heading.</param>
/// <param name="Content">What stands below it.</param>
sealed record ReportSection(SectionKind Kind, Heading Head, IReadOnlyList<Block> Content)
{
    /// <summary>The sections that every report has, with the names that staff are told.</summary>
    public static readonly IReadOnlyList<(SectionKind Kind, string Name)> Expected =
    [
        (SectionKind.Situation, "Ausgangslage und Herausforderung"),
        (SectionKind.Implementation, "Umsetzung"),
        (SectionKind.Conclusion, "Fazit"),
        (SectionKind.Transfer, "Adressaten für den Transfer"),
        (SectionKind.Interview, "Interview"),
    ];

    static readonly (string Word, SectionKind Kind)[] Words =
    [
        ("ausgangslage", SectionKind.Situation), ("herausforderung", SectionKind.Situation), ("umsetzung", SectionKind.Implementation),
        ("fazit", SectionKind.Conclusion), ("transfer", SectionKind.Transfer), ("adressat", SectionKind.Transfer),
        ("interview", SectionKind.Interview),
        ("auf einen blick", SectionKind.Facts), ("steckbrief", SectionKind.Facts),
    ];

    /// <summary>By the first of the known words in a heading.</summary>
    public static SectionKind KindOf(string heading) => Words
        .Select(word => (Place: heading.IndexOf(word.Word, StringComparison.OrdinalIgnoreCase), word.Kind))
        .Where(word => word.Place >= 0)
        .OrderBy(word => word.Place)
        .Select(word => word.Kind)
        .FirstOrDefault(SectionKind.Other);
}
