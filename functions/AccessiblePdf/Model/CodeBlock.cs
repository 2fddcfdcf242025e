namespace AccessiblePdf.Model;

/// <summary>Program text or other text whose spaces and line ends matter.</summary>
/// <param name="Text">The lines, separated by line feeds.</param>
public sealed record CodeBlock(string Text) : Block;
