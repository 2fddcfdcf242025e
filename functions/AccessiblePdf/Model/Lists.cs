namespace AccessiblePdf.Model;

/// <summary>A list whose items have bullets.</summary>
/// <param name="Items">The items.</param>
public sealed record BulletList(params IReadOnlyList<ListItem> Items) : Block;

/// <summary>A list whose items have numbers.</summary>
/// <param name="Items">The items.</param>
public sealed record NumberedList(params IReadOnlyList<ListItem> Items) : Block
{
    /// <summary>The first item's number.</summary>
    public int Start { get; init; } = 1;

    /// <summary>How the numbers are written.</summary>
    public Numbering Numbering { get; init; }
}

/// <summary>How the items of a <see cref="NumberedList"/> are numbered (ISO 32000-1, table 347).</summary>
public enum Numbering
{
    /// <summary>1. 2. 3.</summary>
    Digits,

    /// <summary>a. b. c.</summary>
    LowerAlpha,

    /// <summary>A. B. C.</summary>
    UpperAlpha,

    /// <summary>i. ii. iii.</summary>
    LowerRoman,

    /// <summary>I. II. III.</summary>
    UpperRoman,
}

/// <summary>One item of a list; further lists may stand inside it.</summary>
/// <param name="Content">The item's blocks.</param>
public sealed record ListItem(params IReadOnlyList<Block> Content)
{
    /// <summary>Makes the item a task, done (☑) or open (☐).</summary>
    public bool? Done { get; init; }
}

/// <summary>Terms and what they mean.</summary>
/// <param name="Items">The terms.</param>
public sealed record DefinitionList(params IReadOnlyList<Definition> Items) : Block
{
    /// <summary>Whether the terms stand in a column of their own beside what they mean. They stand above it all the same where one is long or more than plain text.</summary>
    public bool TermsBeside { get; init; }
}

/// <summary>One term and what it means.</summary>
/// <param name="Term">The term.</param>
/// <param name="Content">What it means.</param>
public sealed record Definition(IReadOnlyList<Inline> Term, params IReadOnlyList<Block> Content);
