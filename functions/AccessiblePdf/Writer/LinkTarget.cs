namespace AccessiblePdf.Writer;

/// <summary>Where a link leads, and what it is called for those who do not see it (ISO 14289-1, 7.18.5).</summary>
/// <param name="Description">The annotation's Contents.</param>
/// <param name="Address">A place outside the document, or</param>
/// <param name="Destination">a place in it.</param>
sealed record LinkTarget(string Description, string? Address, Destination? Destination);
