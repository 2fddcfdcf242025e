namespace AccessiblePdf.Writer.Fonts;

/// <summary>Text as glyphs.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Runs">Glyphs of one font each, left to right.</param>
/// <param name="Width">The width in thousandths of the font's size.</param>
sealed record ShapedText(string Text, IReadOnlyList<GlyphRun> Runs, double Width)
{
    /// <summary>The width at a size, in points.</summary>
    public double WidthAt(double size) => Width * size / 1000;
}
