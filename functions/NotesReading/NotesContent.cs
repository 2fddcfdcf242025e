using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading;

/// <summary>The content of notes, independent of their format. Page and PDF are both made from it.</summary>
/// <param name="Blocks">The text in reading order.</param>
/// <param name="Pictures">Its pictures; the figures among the blocks hold the same bytes.</param>
public sealed record NotesContent(IReadOnlyList<Block> Blocks, IReadOnlyList<Picture> Pictures);
