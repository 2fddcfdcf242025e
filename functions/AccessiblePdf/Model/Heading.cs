namespace AccessiblePdf.Model;

/// <summary>A heading; it becomes a bookmark too.</summary>
/// <param name="Level">1 to 6. The first heading is at level 1, and going down no level is skipped (ISO 14289-1, 7.4.2).</param>
/// <param name="Content">The heading's text.</param>
public sealed record Heading(int Level, params IReadOnlyList<Inline> Content) : Block;
