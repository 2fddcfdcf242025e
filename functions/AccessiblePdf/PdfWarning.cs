using AccessiblePdf.Model;

namespace AccessiblePdf;

/// <summary>Something the author should look at.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Detail">The character as <c>U+1F600</c>, or the anchor.</param>
/// <param name="Element">The element it was first met in, written as in <see cref="InvalidDocumentException.Element"/>.</param>
public sealed record PdfWarning(PdfWarningKind Kind, string Detail, string Element);
