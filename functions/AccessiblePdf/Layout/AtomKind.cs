namespace AccessiblePdf.Layout;

enum AtomKind
{
    /// <summary>Part of a word; the line may not end after it.</summary>
    Joined,

    /// <summary>Ends where author or script let the line end.</summary>
    Breakable,

    /// <summary>
    /// Ends with a hyphen, dash or slash after which the line may end if the word finds no room on a line of its own: many reading tools
    /// take a hyphen at the end of a line for one of the typesetter, and leave out what the author wrote.
    /// </summary>
    Severable,

    /// <summary>Ends with a soft hyphen, shown only where the line ends after it.</summary>
    Divisible,

    /// <summary>Spaces; the line may end after them.</summary>
    Space,

    /// <summary>A space between what belongs together; the line ends after it only if nothing else helps.</summary>
    Bond,

    /// <summary>Ends the line.</summary>
    LineEnd,
}
