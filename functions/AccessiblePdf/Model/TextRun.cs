namespace AccessiblePdf.Model;

/// <summary>Text in one style. A soft hyphen (U+00AD) marks where a word may break; no other place inside a word is hyphenated.</summary>
/// <param name="Text">The text; line feeds count as spaces.</param>
/// <param name="Style">How it looks.</param>
public sealed record TextRun(string Text, TextStyle Style = TextStyle.Plain) : Inline
{
    /// <summary>The language as a BCP 47 tag, where it differs from the document's.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// Read aloud in place of the text, which only the eye needs then; null to read the text. Must not be blank; up to 16,380 UTF-16 units.
    /// </summary>
    public string? Spoken { get; init; }

    /// <summary>The words between spaces, so that they are not run together with the letters around them.</summary>
    internal string? PartedWords => Spoken is { } words ? $" {CleanText.OnOneLine(words)} " : null;
}
