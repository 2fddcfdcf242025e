namespace AccessiblePdf.Model;

/// <summary>How the document's title is shown before its first block.</summary>
public sealed record TitleBlock
{
    /// <summary>Whether the title stands on a page of its own.</summary>
    public bool OnOwnPage { get; init; }

    /// <summary>A short line above the title, such as the series' name.</summary>
    public string? Overline { get; init; }

    /// <summary>The language of overline and lines as a BCP 47 tag, where it differs from the document's.</summary>
    public string? Language { get; init; }

    /// <summary>Lines below the title, such as subtitle, date and place.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>
    /// A picture below the lines, such as the publisher's logo, at most 80 points high; <see langword="null"/> for none.
    /// </summary>
    public Figure? Logo { get; init; }
}
