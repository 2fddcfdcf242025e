namespace AccessiblePdf.Model;

/// <summary>A line across the page that parts two topics. Assistive technology does not announce it.</summary>
public sealed record ThematicBreak : Block;
