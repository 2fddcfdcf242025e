using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Programme.Import;

/// <summary>One session as the file gives it, nothing checked yet but the names of the fields. Blank fields are left out.</summary>
/// <param name="Line">Where it begins, from 1; in a CSV file its row, as Excel counts it.</param>
/// <param name="IsGerman">The file speaks German (CSV); problems then name the fields so.</param>
/// <param name="Values">What is given.</param>
sealed record FileEntry(int Line, bool IsGerman, IReadOnlyDictionary<SessionField, FileValue> Values)
{
    const int LettersNamed = 60;

    /// <summary>Its id, right or wrong, by which people find a row of a CSV file; null for none.</summary>
    public string? Name =>
        IsGerman && Values.GetValueOrDefault(SessionField.Id)?.Items is [var id] ? Cut.To(id.Trim(), LettersNamed) : null;
}
