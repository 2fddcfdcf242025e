namespace AccessiblePdf.Model;

/// <summary>The next block begins a new page.</summary>
public sealed record PageBreak : Block;
