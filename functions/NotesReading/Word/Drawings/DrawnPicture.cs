namespace ThaffFunctions.NotesReading.Word.Drawings;

/// <summary>A picture as a drawing shows it.</summary>
/// <param name="Id">The relationship to its file; null if it has none.</param>
/// <param name="Link">The relationship to a linked file outside the document.</param>
/// <param name="Alternative">What its author says of it.</param>
/// <param name="Crop">The cropping.</param>
/// <param name="Width">The width in the document, in English Metric Units.</param>
/// <param name="Turned">The rotation in degrees.</param>
sealed record DrawnPicture(string? Id, string? Link, AlternativeText Alternative, Crop Crop, int? Width, int Turned);
