using AccessiblePdf.Model;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>A row as read.</summary>
/// <param name="IsHeader">Marked to be repeated on each page.</param>
/// <param name="Cells">From left to right.</param>
sealed record WordRow(bool IsHeader, IReadOnlyList<WordCell> Cells);

/// <summary>A cell as read.</summary>
/// <param name="Content">What stands in it.</param>
/// <param name="Span">How many columns it covers.</param>
/// <param name="GoesOnFromAbove">It is one with the cell above.</param>
/// <param name="GoesOnFromLeft">It is one with the cell before.</param>
/// <param name="Alignment">Where its first paragraph stands.</param>
sealed record WordCell(IReadOnlyList<Block> Content, int Span, bool GoesOnFromAbove, bool GoesOnFromLeft, Alignment Alignment)
{
    public static readonly WordCell Empty = new([], 1, false, false, Alignment.Start);
}
