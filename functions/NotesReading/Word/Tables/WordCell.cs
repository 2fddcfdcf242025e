using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Word.Tables;

/// <summary>A cell as read.</summary>
/// <param name="Content">Its content.</param>
/// <param name="Span">How many columns it covers.</param>
/// <param name="GoesOnFromAbove">It is merged with the cell above.</param>
/// <param name="GoesOnFromLeft">It is merged with the cell before.</param>
/// <param name="Alignment">The alignment of its first paragraph.</param>
sealed record WordCell(IReadOnlyList<Block> Content, int Span, bool GoesOnFromAbove, bool GoesOnFromLeft, Alignment Alignment)
{
    public static readonly WordCell Empty = new([], 1, false, false, Alignment.Start);
}
