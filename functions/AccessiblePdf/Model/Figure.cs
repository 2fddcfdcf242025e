namespace AccessiblePdf.Model;

/// <summary>
/// A picture: PNG of every kind, or JPEG in grey or colour, of at most 20 megapixels. What the file tells of place and camera is not taken
/// over.
/// </summary>
public sealed record Figure : Block
{
    /// <summary>The bytes of the PNG or JPEG file.</summary>
    public required ReadOnlyMemory<byte> Image { get; init; }

    /// <summary>
    /// What the picture says, for people who cannot see it (ISO 14289-1, 7.3). Needed unless <see cref="Decorative"/>; up to 16,382 UTF-16
    /// units.
    /// </summary>
    public string AlternativeText { get; init; } = "";

    /// <summary>The language of the alternative text as a BCP 47 tag, where it differs from the document's.</summary>
    public string? Language { get; init; }

    /// <summary>Whether the picture only decorates: it is drawn as an artifact, which assistive technology ignores.</summary>
    public bool Decorative { get; init; }

    /// <summary>
    /// The absolute address that a click on the picture leads to; its alternative text is the text of the link, so that the picture must
    /// not be decorative. null for none.
    /// </summary>
    public Uri? Target { get; init; }

    /// <summary>The line below the picture.</summary>
    public IReadOnlyList<Inline> Caption { get; init; } = [];

    /// <summary>The width as a share of the text's width, over 0 up to 1; by the picture's resolution if not said.</summary>
    public double? Width { get; init; }
}
