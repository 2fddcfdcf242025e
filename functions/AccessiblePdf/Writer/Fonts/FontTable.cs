namespace AccessiblePdf.Writer.Fonts;

/// <summary>Where a table stands in its font's file.</summary>
sealed record FontTable(string Tag, int Offset, int Length);
