namespace AccessiblePdf.Model;

/// <summary>A list whose items have numbers.</summary>
/// <param name="Items">The items.</param>
public sealed record NumberedList(params IReadOnlyList<ListItem> Items) : Block
{
    /// <summary>The first item's number.</summary>
    public int Start { get; init; } = 1;

    /// <summary>How the numbers are written.</summary>
    public Numbering Numbering { get; init; }
}
