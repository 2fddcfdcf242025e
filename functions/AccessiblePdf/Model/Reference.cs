namespace AccessiblePdf.Model;

/// <summary>A link to a block of this document.</summary>
/// <param name="Anchor">The <see cref="Block.Anchor"/> it leads to. An unknown one is a warning, and the text stays without a link.</param>
/// <param name="Content">The text of the link; text runs only.</param>
public sealed record Reference(string Anchor, params IReadOnlyList<Inline> Content) : Inline;
