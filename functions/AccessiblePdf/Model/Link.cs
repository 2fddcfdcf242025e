namespace AccessiblePdf.Model;

/// <summary>A link to a place outside the document.</summary>
/// <param name="Target">An absolute address, such as <c>https://…</c> or <c>mailto:…</c>.</param>
/// <param name="Content">The text of the link; text runs only.</param>
public sealed record Link(Uri Target, params IReadOnlyList<Inline> Content) : Inline
{
    /// <summary>What the link leads to, if its text does not say it; read aloud after the text.</summary>
    public string? Title { get; init; }
}
