using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>A heading and its target, whose position is set later.</summary>
sealed record PlannedHeading(int Level, string Text, Destination Place);
