namespace ThaffFunctions.NotesReading.Word.Drawings;

/// <summary>A picture of a Word file.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Picture">null if it cannot be published.</param>
/// <param name="Problem">Why it cannot be published.</param>
/// <param name="IsRefused">Nothing is published before it is repaired; otherwise only the picture is left out.</param>
sealed record FoundPicture(string Name, Picture? Picture, string? Problem, bool IsRefused);
