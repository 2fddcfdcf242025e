namespace AccessiblePdf.Writer;

/// <summary>The target of a link, and its description for assistive technology (ISO 14289-1, 7.18.5).</summary>
/// <param name="Description">The annotation's Contents.</param>
/// <param name="Address">A place outside the document, or</param>
/// <param name="Destination">a place in it.</param>
sealed record LinkTarget(string Description, string? Address, Destination? Destination);
