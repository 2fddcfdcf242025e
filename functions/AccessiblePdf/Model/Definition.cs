namespace AccessiblePdf.Model;

/// <summary>One term and what it means.</summary>
/// <param name="Term">The term.</param>
/// <param name="Content">What it means.</param>
public sealed record Definition(IReadOnlyList<Inline> Term, params IReadOnlyList<Block> Content);
