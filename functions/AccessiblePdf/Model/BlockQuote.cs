namespace AccessiblePdf.Model;

/// <summary>A quotation of one or more blocks.</summary>
/// <param name="Content">What is quoted.</param>
public sealed record BlockQuote(params IReadOnlyList<Block> Content) : Block;
