namespace AccessiblePdf.Model;

/// <summary>A formula in a line of text (ISO 14289-1, 7.7).</summary>
/// <param name="Text">Its signs in one line, which stand there if it is not drawn.</param>
/// <param name="AlternativeText">The formula in words, as it is read aloud. Must not be empty; up to 16,382 UTF-16 units.</param>
public sealed record Formula(string Text, string AlternativeText) : Inline
{
    /// <summary>How the formula is drawn; null to leave it in one line.</summary>
    public FormulaPart? Drawn { get; init; }

    /// <summary>The language of the alternative text as a BCP 47 tag, where it differs from the document's.</summary>
    public string? Language { get; init; }
}
