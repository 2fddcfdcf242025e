namespace AccessiblePdf.Model;

/// <summary>A part of the document that stands on lines of its own.</summary>
public abstract record Block
{
    private protected Block() { }

    /// <summary>A name, unique in the document, that a <see cref="Reference"/> can lead to.</summary>
    public string? Anchor { get; init; }
}

/// <summary>A heading; it becomes a bookmark too.</summary>
/// <param name="Level">1 to 6. The first heading is at level 1, and going down no level is skipped (ISO 14289-1, 7.4.2).</param>
/// <param name="Content">The heading's text.</param>
public sealed record Heading(int Level, params IReadOnlyList<Inline> Content) : Block;

/// <summary>A paragraph.</summary>
/// <param name="Content">Its text.</param>
public sealed record Paragraph(params IReadOnlyList<Inline> Content) : Block;

/// <summary>A quotation of one or more blocks.</summary>
/// <param name="Content">What is quoted.</param>
public sealed record BlockQuote(params IReadOnlyList<Block> Content) : Block;

/// <summary>Program text or other text whose spaces and line ends matter.</summary>
/// <param name="Text">The lines, separated by line feeds.</param>
public sealed record CodeBlock(string Text) : Block;

/// <summary>A box that lifts some blocks out of the text, such as a finding.</summary>
/// <param name="Title">What the box is, said in words: colour alone must not tell (WCAG 1.4.1). Empty where the content begins with a heading that says it.</param>
/// <param name="Content">What stands in the box.</param>
public sealed record Callout(string Title, params IReadOnlyList<Block> Content) : Block
{
    /// <summary>The box's colour.</summary>
    public CalloutTone Tone { get; init; }
}

/// <summary>The colour of a <see cref="Callout"/>.</summary>
public enum CalloutTone
{
    /// <summary>Grey.</summary>
    Neutral,

    /// <summary>Blue.</summary>
    Information,

    /// <summary>Green.</summary>
    Success,

    /// <summary>Violet.</summary>
    Question,

    /// <summary>Amber.</summary>
    Warning,
}

/// <summary>The next block begins a new page.</summary>
public sealed record PageBreak : Block;

/// <summary>A line across the page that parts two topics. Assistive technology does not announce it.</summary>
public sealed record ThematicBreak : Block;
