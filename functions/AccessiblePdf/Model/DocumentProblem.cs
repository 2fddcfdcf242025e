namespace AccessiblePdf.Model;

/// <summary>Why a document was refused.</summary>
public enum DocumentProblem
{
    /// <summary>The title is empty (ISO 14289-1, 7.1; Matterhorn 06-003, 06-004), or a box says nowhere what it is.</summary>
    EmptyTitle,

    /// <summary>The language is not a BCP 47 tag (ISO 14289-1, 7.2; Matterhorn 11-006).</summary>
    InvalidLanguage,

    /// <summary>A heading without text.</summary>
    EmptyHeading,

    /// <summary>A heading skips a level, or its level is not 1 to 6 (ISO 14289-1, 7.4.2; Matterhorn 14-002, 14-003).</summary>
    SkippedHeadingLevel,

    /// <summary>
    /// A figure that is not decorative has no alternative text (ISO 14289-1, 7.3; Matterhorn 13-004), or the words to be read
    /// aloud for a formula or a text are blank.
    /// </summary>
    MissingAlternativeText,

    /// <summary>
    /// An alternative text or a property of the document is longer than a string of the file may be: 16,382 UTF-16 units (ISO 19005-2,
    /// 6.1.13).
    /// </summary>
    TextTooLong,

    /// <summary>A table has neither header rows nor a header cell in every row, and does not say so (ISO 14289-1, 7.5).</summary>
    TableWithoutHeader,

    /// <summary>
    /// A table has more than 1,000 columns, all tables together more than 300,000 cells, or blocks stand in blocks more than 200 deep.
    /// </summary>
    TooLarge,

    /// <summary>A table's cells overlap, or span less than one or more than there is (ISO 14289-1, 7.5).</summary>
    IrregularTable,

    /// <summary>A chart's values do not match its categories, it has none, or one is beyond 10^15.</summary>
    InvalidChart,

    /// <summary>A figure's width is no share over 0 and up to 1.</summary>
    InvalidWidth,

    /// <summary>One of the <see cref="Wording"/>'s texts is empty or has a stray brace.</summary>
    InvalidWording,

    /// <summary>Two blocks have the same anchor.</summary>
    DuplicateAnchor,

    /// <summary>A link's address is not absolute, the link holds something else than text, or it is a decorative picture.</summary>
    InvalidLink,

    /// <summary>A footnote stands inside a footnote.</summary>
    NestedFootnote,

    /// <summary>An image is neither a readable PNG nor a readable JPEG.</summary>
    UnreadableImage,

    /// <summary>A JPEG in CMYK, which would need its printer's colour profile.</summary>
    CmykImage,

    /// <summary>An image of more than 20 megapixels.</summary>
    ImageTooLarge,

    /// <summary>
    /// An image whose data are more than it announces: a PNG that unpacks to more than its rows, or a JPEG of more than 100 scans. Such
    /// files are attacks on memory or time.
    /// </summary>
    OverfullImage,
}
