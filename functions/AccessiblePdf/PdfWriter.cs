using AccessiblePdf.Model;

namespace AccessiblePdf;

/// <summary>Writes documents as tagged PDF 1.7 that conforms to PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) at once. Equal documents give equal bytes.</summary>
public static class PdfWriter
{
    /// <summary>Writes <paramref name="document"/> to <paramref name="output"/>, which is neither read, sought nor closed.</summary>
    /// <param name="document">The document.</param>
    /// <param name="output">Where the bytes go.</param>
    /// <returns>How many pages there are, and what the author should look at.</returns>
    /// <exception cref="InvalidDocumentException">The document cannot become a conforming file; nothing has been written.</exception>
    public static WrittenPdf Write(AccessibleDocument document, Stream output)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        throw new NotSupportedException();
    }
}

/// <summary>What came of writing a document.</summary>
/// <param name="Pages">The number of pages.</param>
/// <param name="Warnings">What the author should look at; the file conforms all the same.</param>
public sealed record WrittenPdf(int Pages, IReadOnlyList<PdfWarning> Warnings);

/// <summary>Something the author should look at.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Detail">The character as <c>U+1F600</c>, or the anchor.</param>
/// <param name="Element">The element it was first met in, written as in <see cref="InvalidDocumentException.Element"/>.</param>
public sealed record PdfWarning(PdfWarningKind Kind, string Detail, string Element);

/// <summary>What a <see cref="PdfWarning"/> is about.</summary>
public enum PdfWarningKind
{
    /// <summary>No font has the character: a box stands in its place, and reading tools still get the character itself.</summary>
    MissingCharacter,

    /// <summary>No block has the anchor that a <see cref="Reference"/> names: its text stands without a link.</summary>
    UnknownAnchor,
}
