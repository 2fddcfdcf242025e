namespace AccessiblePdf.Writer;

/// <summary>A bookmark: a heading and where it stands.</summary>
sealed record Bookmark(int Level, string Title, Destination Destination);
