namespace ThaffFunctions.NotesReading.Languages;

/// <summary>A script other than the Latin one.</summary>
/// <param name="German">Its name as a German adjective.</param>
/// <param name="Languages">The tags of languages that are written in it; the first is assumed where nothing tells more.</param>
sealed record Script(string German, params IReadOnlyList<string> Languages);
