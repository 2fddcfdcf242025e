using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>Text of one look at one place of the logical structure.</summary>
/// <param name="Text">The text, or a line end if empty.</param>
/// <param name="Format">How it looks.</param>
/// <param name="Spot">Where it belongs; <see langword="null"/> for what only the eye needs.</param>
sealed record Piece(string Text, TextFormat Format, ContentSpot? Spot)
{
    /// <summary>How far the letters stand above the line, in points.</summary>
    public double Rise { get; init; }

    public bool IsUnderlined { get; init; }

    public bool IsStruck { get; init; }

    /// <summary>The target of the link.</summary>
    public LinkTarget? Target { get; init; }

    /// <summary>The element Link around the piece.</summary>
    public StructureElement? Link { get; init; }

    /// <summary>Whether it is the number of a note.</summary>
    public bool IsNoteNumber { get; init; }

    /// <summary>The note whose reference this piece is.</summary>
    public Note? Note { get; init; }

    /// <summary>A part of a formula that is drawn in place of the text.</summary>
    public FormulaBox? Box { get; init; }

    public bool IsLineEnd => Text.Length == 0 && Box is null;

    /// <summary>What it is in the text of the paragraph: a line end is U+2028 there, and a formula U+FFFC.</summary>
    public string CleanText => IsLineEnd ? "\u2028" : Box is null ? Text : "\uFFFC";

    /// <summary>The text of a paragraph.</summary>
    public static string TextOf(IReadOnlyList<Piece> pieces) =>
        pieces is [var only] ? only.CleanText : string.Concat(pieces.Select(piece => piece.CleanText));
}
