namespace AccessiblePdf.Model;

/// <summary>A document: its properties, and its blocks in reading order.</summary>
public sealed record AccessibleDocument
{
    /// <summary>The title. Shown by viewers instead of the file name (ISO 14289-1, 7.1); must not be empty.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// The natural language of the text as a BCP 47 tag such as <c>de-DE</c> (ISO 14289-1, 7.2). Pages of a language that is written from
    /// right to left begin at the right.
    /// </summary>
    public required string Language { get; init; }

    /// <summary>Who wrote the document, for its properties.</summary>
    public string? Author { get; init; }

    /// <summary>What the document is about, for its properties.</summary>
    public string? Subject { get; init; }

    /// <summary>Search terms, for the document's properties.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>When the content was made. The file takes no time from the clock: equal input gives equal bytes.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When the content was last changed; <see cref="Created"/> if not said.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The line at the head of every page but a title page; the title if not said, nothing if empty.</summary>
    public string? RunningHeader { get; init; }

    /// <summary>How the title is shown before the first block; <see langword="null"/> shows none.</summary>
    public TitleBlock? TitleBlock { get; init; } = new();

    /// <summary>
    /// What stands between title and table of contents, such as the facts of a meeting, or after both, such as a foreword. Its headings
    /// are listed too.
    /// </summary>
    public IReadOnlyList<Block> FrontMatter { get; init; } = [];

    /// <summary>A table of contents after the title; <see langword="null"/> for none.</summary>
    public TableOfContents? TableOfContents { get; init; }

    /// <summary>The words the library itself puts on pages; those <see cref="Wording.For"/> <see cref="Language"/> if not said.</summary>
    public Wording? Wording { get; init; }

    /// <summary>The content in reading order.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }
}
