namespace AccessiblePdf.Model;

/// <summary>A horizontal rule between two topics. Assistive technology does not announce it.</summary>
public sealed record ThematicBreak : Block;
