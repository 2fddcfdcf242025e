namespace AccessiblePdf.Writer.Fonts;

/// <summary>Text as glyphs.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Runs">Glyphs of one font each, in the order of reading.</param>
/// <param name="Width">The width in thousandths of the font's size.</param>
sealed record ShapedText(string Text, IReadOnlyList<GlyphRun> Runs, double Width)
{
    /// <summary>Where the pen is after the last glyph, from where it began, in thousandths of the font's size.</summary>
    public double End { get; init; } = Width;

    /// <summary>The width at a size, in points.</summary>
    public double WidthAt(double size) => Width * size / 1000;
}
