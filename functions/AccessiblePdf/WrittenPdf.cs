namespace AccessiblePdf;

/// <summary>The result of writing a document.</summary>
/// <param name="Pages">The number of pages.</param>
/// <param name="Warnings">What the author should look at; the file conforms all the same.</param>
public sealed record WrittenPdf(int Pages, IReadOnlyList<PdfWarning> Warnings);
