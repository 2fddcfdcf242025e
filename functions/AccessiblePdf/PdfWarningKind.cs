using AccessiblePdf.Model;

namespace AccessiblePdf;

/// <summary>What a <see cref="PdfWarning"/> is about.</summary>
public enum PdfWarningKind
{
    /// <summary>
    /// No font has the character: a box stands in its place, and reading tools still get the character itself. Control
    /// characters are left out; private-use characters and unpaired surrogates are shown and read as U+FFFD.
    /// </summary>
    MissingCharacter,

    /// <summary>No block has the anchor that a <see cref="Reference"/> names: its text stands without a link.</summary>
    UnknownAnchor,
}
