using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Layout;

/// <summary>A stretch of a piece inside which a line is not broken, unless nothing else helps.</summary>
/// <param name="Piece">What it is part of.</param>
/// <param name="Shape">The glyphs.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Level">Its embedding level, odd from right to left.</param>
sealed record Atom(Piece Piece, ShapedText Shape, AtomKind Kind, byte Level = 0)
{
    public double Width { get; } = Piece.Box?.Width ?? Shape.WidthAt(Piece.Format.Size);

    public string Text => Shape.Text;

    /// <summary>Whether its letters are joined to those around it.</summary>
    public Joins Joins { get; init; }

    public bool IsSpace => Kind is AtomKind.Space or AtomKind.Bond;

    /// <summary>Whether a line ends after it only if there is no better place.</summary>
    public bool IsWeakEnd => Kind is AtomKind.Severable or AtomKind.Bond;
}
