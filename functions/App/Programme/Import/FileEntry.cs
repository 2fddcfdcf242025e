namespace ThaffFunctions.Programme.Import;

/// <summary>One session as the file gives it, nothing checked yet but the names of the fields. Blank fields are left out.</summary>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="IsGerman">The file speaks German (CSV); problems then name the fields so.</param>
/// <param name="Values">What is given.</param>
sealed record FileEntry(int Line, bool IsGerman, IReadOnlyDictionary<SessionField, FileValue> Values);
