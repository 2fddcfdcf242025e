namespace AccessiblePdf.Writer;

/// <summary>An annotation that belongs to an element.</summary>
sealed record AnnotationReference(int Page, int Id);
