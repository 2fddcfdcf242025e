namespace AccessiblePdf.Layout;

enum AtomKind
{
    /// <summary>Part of a word; the line may not end after it.</summary>
    Joined,

    /// <summary>A break opportunity of the author (such as U+200B) or of the script.</summary>
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

    /// <summary>A space between bound words; the line ends after it only if there is no other place.</summary>
    Bond,

    /// <summary>Ends the line.</summary>
    LineEnd,
}
