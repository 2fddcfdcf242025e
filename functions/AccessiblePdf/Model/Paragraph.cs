namespace AccessiblePdf.Model;

/// <summary>A paragraph.</summary>
/// <param name="Content">Its text.</param>
public sealed record Paragraph(params IReadOnlyList<Inline> Content) : Block;
