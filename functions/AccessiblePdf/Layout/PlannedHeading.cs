using System.Globalization;
using AccessiblePdf.Model;
using AccessiblePdf.Writer;
using AccessiblePdf.Writer.Fonts;
using AccessiblePdf.Writer.Images;

namespace AccessiblePdf.Layout;

/// <summary>A heading and the place it will have.</summary>
sealed record PlannedHeading(int Level, string Text, Destination Place);
