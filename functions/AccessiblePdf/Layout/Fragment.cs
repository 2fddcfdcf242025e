using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Layout;

/// <summary>Glyphs of one piece on one line.</summary>
/// <param name="Piece">What they are part of.</param>
/// <param name="Runs">The glyphs.</param>
/// <param name="X">Where they begin, from the line's beginning.</param>
/// <param name="Width">How wide they are, without spaces at the line's end.</param>
sealed record Fragment(Piece Piece, IReadOnlyList<GlyphRun> Runs, double X, double Width);
