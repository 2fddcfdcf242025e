namespace AccessiblePdf.Model;

/// <summary>Terms and what they mean.</summary>
/// <param name="Items">The terms.</param>
public sealed record DefinitionList(params IReadOnlyList<Definition> Items) : Block
{
    /// <summary>
    /// Whether the terms stand in a column of their own beside what they mean. They stand above it all the same where one is long or more
    /// than plain text.
    /// </summary>
    public bool TermsBeside { get; init; }
}
