using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>A heading and the place it will have.</summary>
sealed record PlannedHeading(int Level, string Text, Destination Place);
