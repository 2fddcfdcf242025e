namespace ThaffFunctions.Programme.Import;

/// <summary>What the file says in one field of one session.</summary>
/// <param name="Name">The field as written there.</param>
/// <param name="Line">Where, from 1; in a CSV file its row, as Excel counts it.</param>
/// <param name="Items">The text; a list's texts.</param>
sealed record FileValue(string Name, int Line, IReadOnlyList<string> Items);
