namespace AccessiblePdf.Model;

/// <summary>A numbered note at the foot of the page. The same object used again refers to the same note.</summary>
/// <param name="Content">The note's text.</param>
public sealed record Footnote(params IReadOnlyList<Block> Content) : Inline;
