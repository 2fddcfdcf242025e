namespace AccessiblePdf.Model;

/// <summary>A list whose items have bullets.</summary>
/// <param name="Items">The items.</param>
public sealed record BulletList(params IReadOnlyList<ListItem> Items) : Block;
