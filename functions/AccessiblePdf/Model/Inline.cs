namespace AccessiblePdf.Model;

/// <summary>A part of a line of text. A string converts to a plain <see cref="TextRun"/>.</summary>
public abstract record Inline
{
    private protected Inline() { }

    /// <summary>Plain text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator Inline(string text) => new TextRun(text);
}

/// <summary>Text in one style. A soft hyphen (U+00AD) marks where a word may break; no other place inside a word is hyphenated.</summary>
/// <param name="Text">The text; line feeds count as spaces.</param>
/// <param name="Style">How it looks.</param>
public sealed record TextRun(string Text, TextStyle Style = TextStyle.Plain) : Inline
{
    /// <summary>The language as a BCP 47 tag, where it differs from the document's.</summary>
    public string? Language { get; init; }
}

/// <summary>The look of a <see cref="TextRun"/>; values combine.</summary>
[Flags]
public enum TextStyle
{
    /// <summary>Nothing special.</summary>
    Plain = 0,

    /// <summary>Strong emphasis.</summary>
    Bold = 1,

    /// <summary>Emphasis.</summary>
    Italic = 2,

    /// <summary>Fixed width, for program text.</summary>
    Code = 4,

    /// <summary>Struck through.</summary>
    Strikethrough = 8,

    /// <summary>Underlined.</summary>
    Underline = 16,

    /// <summary>Small and lowered.</summary>
    Subscript = 32,

    /// <summary>Small and raised.</summary>
    Superscript = 64,
}

/// <summary>A link to a place outside the document.</summary>
/// <param name="Target">An absolute address.</param>
/// <param name="Content">The text of the link; text runs only.</param>
public sealed record Link(Uri Target, params IReadOnlyList<Inline> Content) : Inline;

/// <summary>A link to a block of this document.</summary>
/// <param name="Anchor">The <see cref="Block.Anchor"/> it leads to. An unknown one is a warning, and the text stays without a link.</param>
/// <param name="Content">The text of the link; text runs only.</param>
public sealed record Reference(string Anchor, params IReadOnlyList<Inline> Content) : Inline;

/// <summary>A numbered note at the foot of the page. The same object used again refers to the same note.</summary>
/// <param name="Content">The note's text.</param>
public sealed record Footnote(params IReadOnlyList<Block> Content) : Inline;

/// <summary>A line end inside a paragraph.</summary>
public sealed record LineBreak : Inline;
