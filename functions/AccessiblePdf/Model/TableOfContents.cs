namespace AccessiblePdf.Model;

/// <summary>A table of contents, made from the headings.</summary>
public sealed record TableOfContents
{
    /// <summary>The deepest heading level listed, 1 to 6.</summary>
    public int Depth { get; init; } = 2;

    /// <summary>Whether the contents stand before <see cref="AccessibleDocument.FrontMatter"/>, as in a book with a foreword.</summary>
    public bool BeforeFrontMatter { get; init; }

    /// <summary>Whether the first block after the contents begins a new page.</summary>
    public bool OnOwnPage { get; init; }
}
