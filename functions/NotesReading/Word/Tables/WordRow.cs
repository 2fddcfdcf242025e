namespace ThaffFunctions.NotesReading.Word.Tables;

/// <summary>A row as read.</summary>
/// <param name="IsHeader">Marked as a header, which Word repeats on each page.</param>
/// <param name="Cells">From left to right.</param>
sealed record WordRow(bool IsHeader, IReadOnlyList<WordCell> Cells);
