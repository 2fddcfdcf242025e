namespace AccessiblePdf.Model;

/// <summary>A part of a line of text. A string converts to a plain <see cref="TextRun"/>.</summary>
public abstract record Inline
{
    private protected Inline() { }

    /// <summary>Plain text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator Inline(string text) => new TextRun(text);
}
