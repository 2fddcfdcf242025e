using ThaffFunctions.NotesReading.Lists;

namespace ThaffFunctions.NotesReading.Word.Lists;

/// <summary>The label before a paragraph of a list.</summary>
/// <param name="Definition">The definition of its level.</param>
/// <param name="Level">From 0.</param>
/// <param name="NumberId">The list.</param>
/// <param name="Marker">The label as the marker of an item.</param>
/// <param name="Label">The label as text.</param>
sealed record WordLabel(ListLevel Definition, int Level, int NumberId, Marker Marker, string Label);
