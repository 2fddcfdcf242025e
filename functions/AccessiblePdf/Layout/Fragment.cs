using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Layout;

/// <summary>Glyphs of one piece on one line.</summary>
/// <param name="Piece">What they are part of.</param>
/// <param name="Runs">The glyphs.</param>
/// <param name="X">Where they begin, from the line's left edge.</param>
/// <param name="Width">How wide they are, without spaces at the line's end.</param>
sealed record Fragment(Piece Piece, IReadOnlyList<GlyphRun> Runs, double X, double Width)
{
    /// <summary>Where the last of some fragments ends.</summary>
    public static double EndOf(IReadOnlyList<Fragment> fragments)
    {
        var end = 0.0;
        foreach (var fragment in fragments) end = Math.Max(end, fragment.X + fragment.Width);
        return end;
    }
}
