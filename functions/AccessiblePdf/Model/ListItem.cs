namespace AccessiblePdf.Model;

/// <summary>One item of a list; further lists may stand inside it.</summary>
/// <param name="Content">The item's blocks.</param>
public sealed record ListItem(params IReadOnlyList<Block> Content)
{
    /// <summary>Makes the item a task, done (☑) or open (☐).</summary>
    public bool? Done { get; init; }
}
