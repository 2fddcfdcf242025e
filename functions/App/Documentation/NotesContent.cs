using AccessiblePdf.Model;

namespace ThaffFunctions.Documentation;

/// <summary>What notes say, whatever file they came in; page and PDF are both made from it.</summary>
/// <param name="Blocks">The text in reading order.</param>
/// <param name="Pictures">The pictures in it; a figure holds the same bytes.</param>
public sealed record NotesContent(IReadOnlyList<Block> Blocks, IReadOnlyList<Picture> Pictures);
