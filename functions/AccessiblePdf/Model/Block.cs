namespace AccessiblePdf.Model;

/// <summary>A part of the document that stands on lines of its own.</summary>
public abstract record Block
{
    private protected Block() { }

    /// <summary>A name, unique in the document, that a <see cref="Reference"/> can lead to.</summary>
    public string? Anchor { get; init; }
}
