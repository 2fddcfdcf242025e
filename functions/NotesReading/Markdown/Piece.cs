using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>A part of a paragraph: either text, or a picture that splits the paragraph.</summary>
readonly record struct Piece(Inline? Text, Figure? Figure)
{
    public static implicit operator Piece(Inline text) => new(text, null);

    public static implicit operator Piece(Figure figure) => new(null, figure);
}
