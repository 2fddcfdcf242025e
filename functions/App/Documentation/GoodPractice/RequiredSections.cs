namespace ThaffFunctions.Documentation.GoodPractice;

/// <summary>The sections of a Good Practice report, and the words by which a heading names one.</summary>
static class RequiredSections
{
    /// <summary>The sections that every report must have, with their German names for notices to staff.</summary>
    public static readonly IReadOnlyList<(SectionKind Kind, string Name)> All =
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

    /// <summary>The kind of the known word that occurs first in the heading.</summary>
    public static SectionKind KindOf(string heading) => Words
        .Select(word => (Place: heading.IndexOf(word.Word, StringComparison.OrdinalIgnoreCase), word.Kind))
        .Where(word => word.Place >= 0)
        .OrderBy(word => word.Place)
        .Select(word => word.Kind)
        .FirstOrDefault(SectionKind.Other);
}
