namespace AccessiblePdf.Writer;

/// <summary>A page's width and height in points.</summary>
sealed record PageSize(double Width, double Height);
