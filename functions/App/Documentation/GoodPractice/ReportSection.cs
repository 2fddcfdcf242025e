using AccessiblePdf.Model;

namespace ThaffFunctions.Documentation.GoodPractice;

/// <summary>A section of a Good Practice report.</summary>
/// <param name="Kind">Its topic, taken from the heading.</param>
/// <param name="Head">Its heading.</param>
/// <param name="Content">The blocks below the heading.</param>
sealed record ReportSection(SectionKind Kind, Heading Head, IReadOnlyList<Block> Content);
