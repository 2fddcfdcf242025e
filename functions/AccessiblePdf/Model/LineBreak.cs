namespace AccessiblePdf.Model;

/// <summary>A line end inside a paragraph.</summary>
public sealed record LineBreak : Inline;
